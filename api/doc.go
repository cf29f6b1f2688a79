// Package api is the product's HTTP interface. openapi.yaml is written first; openapi.gen.go follows from
// it. A handler authenticates, authorises by the one table of policy.go, translates and calls; rules live
// in the domain and rows in the store.
package api

import "encoding/json"

// RawJSON is content whose form the domain fixes and the API only carries.
type RawJSON = json.RawMessage
