// Package chaos holds the failure tests of the product on real servers: processes killed, servers taken
// away, races, and histories cut short. They start servers of their own, because they stop them, so they may
// run beside other tests; `go test ./chaos` is all it takes once `make devstack` has built the servers.
package chaos
