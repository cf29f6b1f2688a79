package temporald

import "go.temporal.io/server/common/dynamicconfig"

// dynamicConfig changes one default of the server: a search attribute is usable as soon as it is
// registered, not when a cache expires, so that a stack made a moment ago answers at once. Every
// limit stays as a production cluster has it.
func dynamicConfig() dynamicconfig.Client {
	return dynamicconfig.StaticClient{
		dynamicconfig.ForceSearchAttributesCacheRefreshOnRead.Key(): true,
	}
}
