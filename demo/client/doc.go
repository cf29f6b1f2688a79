// Package client is the product's HTTP interface as Go calls. client.gen.go is generated from
// api/openapi.yaml; nothing here knows the server's code.
package client

import "encoding/json"

// RawJSON is content whose form the domain fixes and the interface only carries.
type RawJSON = json.RawMessage
