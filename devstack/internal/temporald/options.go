// Package temporald runs the Temporal server and its web UI inside one process, persisted in
// Postgres: what a cluster does on many machines, at the size of one developer's.
package temporald

import "jiangxin/devstack/internal/cluster"

// Options says where the server listens and where it keeps its state.
type Options struct {
	GRPCPort      int    // the frontend's port on 127.0.0.1; the other services take free ports
	UIPort        int    // the web UI's port on 127.0.0.1
	CodecEndpoint string // where the browser decodes payloads, such as http://127.0.0.1:8080/api/codec
	Postgres      cluster.Postgres
	Namespace     string // created when missing
	RetentionDays int    // how long closed workflows stay, in days
}

// shards is fixed for the life of the main database: the server refuses to start with another number.
const shards = 4
