package api

import (
	_ "embed"
	"fmt"
	"regexp"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/gin-gonic/gin"
)

//go:embed openapi.yaml
var description []byte

// operation is one operation of the description.
type operation struct {
	id     string
	method string
	path   string // as the description writes it
	spec   *openapi3.Operation
	params openapi3.Parameters // of the operation and of its path
}

var placeholder = regexp.MustCompile(`\{([^}]+)\}`)

// loadOperations reads the description and gives its operations by method and route of Gin.
func loadOperations() (map[string]operation, error) {
	doc, err := openapi3.NewLoader().LoadFromData(description)
	if err != nil {
		return nil, fmt.Errorf("read the API's description: %w", err)
	}
	leaveContent(doc)
	operations := map[string]operation{}
	for path, item := range doc.Paths.Map() {
		for method, spec := range item.Operations() {
			params := append(append(openapi3.Parameters{}, item.Parameters...), spec.Parameters...)
			route := placeholder.ReplaceAllString(path, ":$1")
			operations[method+" "+route] = operation{id: spec.OperationID, method: method, path: path, spec: spec, params: params}
		}
	}
	return operations, nil
}

// leaveContent keeps the check of requests out of content whose form the domain fixes: a draft may be of any
// incompleteness, and what is wrong with it is said in the domain's own sentences.
func leaveContent(doc *openapi3.T) {
	for _, ref := range doc.Components.Schemas {
		if ref.Value.Extensions["x-go-type"] == "RawJSON" {
			*ref.Value = openapi3.Schema{Type: &openapi3.Types{openapi3.TypeObject}}
		}
	}
}

// operationOf finds the operation that a request asks for.
func (s *Server) operationOf(c *gin.Context) (operation, bool) {
	op, found := s.operations[c.Request.Method+" "+c.FullPath()]
	return op, found
}
