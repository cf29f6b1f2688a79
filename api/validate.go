package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/gin-gonic/gin"

	"jiangxin/domain/fault"
)

// validate holds a request against the description before any handler sees it: parameters and body, every
// wrong field at once. Unknown fields are wrong.
func (s *Server) validate(c *gin.Context) {
	op := visiting(c.Request.Context()).route
	if op.spec == nil {
		c.Next()
		return
	}
	if err := checkParameters(c, op); err != nil {
		s.refuse(c, err)
		return
	}
	if op.spec.RequestBody != nil {
		if err := checkBody(c, op.spec.RequestBody.Value); err != nil {
			s.refuse(c, err)
			return
		}
	}
	c.Next()
}

func checkParameters(c *gin.Context, op operation) error {
	path := map[string]string{}
	for _, p := range c.Params {
		path[p.Key] = p.Value
	}
	input := &openapi3filter.RequestValidationInput{Request: c.Request, PathParams: path, QueryParams: c.Request.URL.Query()}
	wrong := fault.New(fault.Invalid, "地址中的参数有误，请检查", "Some parameters are wrong; check them")
	for _, ref := range op.params {
		value := path[ref.Value.Name]
		if ref.Value.In == openapi3.ParameterInQuery {
			value = c.Query(ref.Value.Name)
		}
		if !clean(value) {
			wrong.At("/"+ref.Value.Name, "control_character", "含有不可用的字符，请删除", "It holds characters that cannot be used; delete them")
			continue
		}
		if err := openapi3filter.ValidateParameter(c.Request.Context(), input, ref.Value); err != nil {
			explain(wrong, "/"+ref.Value.Name, err)
		}
	}
	if len(wrong.Fields) > 0 {
		return wrong
	}
	return nil
}

func checkBody(c *gin.Context, body *openapi3.RequestBody) error {
	raw, err := readBody(c)
	if err != nil {
		return err
	}
	media := body.Content.Get("application/json")
	kind, _, err := mime.ParseMediaType(c.GetHeader("Content-Type"))
	if file := body.Content[kind]; err == nil && media == nil && file != nil { // what is in a file, its handler says
		return nil
	}
	if err != nil || kind != "application/json" || media == nil {
		return fault.New(fault.Malformed, "请以 application/json 提交", "Send application/json").Because(err)
	}
	value, err := parse(raw)
	if err != nil {
		return err
	}
	wrong := fault.New(fault.Invalid, "填写的内容有误，请按提示逐项修改", "Some entries are wrong; correct them as marked")
	unclean(wrong, "", value)
	if err := media.Schema.Value.VisitJSON(value, openapi3.MultiErrors(), openapi3.VisitAsRequest()); err != nil {
		explain(wrong, "", err)
	}
	if len(wrong.Fields) > 0 {
		return wrong
	}
	return nil
}

// readBody reads the body within its limit and puts it back for the handler.
func readBody(c *gin.Context) ([]byte, error) {
	raw, err := io.ReadAll(c.Request.Body)
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return nil, fault.New(fault.TooLarge,
			fmt.Sprintf("提交的内容超过 %d KiB，请分开提交，长文请作为文件上传", tooLarge.Limit>>10),
			fmt.Sprintf("The request is larger than %d KiB; send it in pieces, and long texts as files", tooLarge.Limit>>10)).
			With("limit", strconv.FormatInt(tooLarge.Limit, 10))
	case err != nil:
		return nil, fault.New(fault.Malformed, "内容没有传完，请重试", "The request broke off; try again").Because(err)
	}
	c.Request.Body = io.NopCloser(bytes.NewReader(raw))
	return raw, nil
}

func parse(raw []byte) (any, error) {
	unreadable := func(cause error) error {
		return fault.New(fault.Malformed, "提交的内容无法识别，请刷新页面后重试", "The content cannot be read; reload the page and try again").Because(cause)
	}
	if !utf8.Valid(raw) {
		return nil, unreadable(errors.New("no UTF-8"))
	}
	var value any
	decoder := json.NewDecoder(bytes.NewReader(raw))
	if err := decoder.Decode(&value); err != nil {
		return nil, unreadable(err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, unreadable(errors.New("more than one value"))
	}
	return value, nil
}

// clean says whether a text can be stored: the database takes no NUL.
func clean(text string) bool { return utf8.ValidString(text) && !strings.ContainsRune(text, 0) }

func unclean(wrong *fault.Error, pointer string, value any) {
	switch v := value.(type) {
	case string:
		if !clean(v) {
			wrong.At(pointer, "control_character", "含有不可用的字符，请删除后重新输入", "It holds characters that cannot be used; delete them")
		}
	case []any:
		for i, item := range v {
			unclean(wrong, pointer+"/"+strconv.Itoa(i), item)
		}
	case map[string]any:
		for key, item := range v {
			if !clean(key) {
				wrong.At(pointer, "control_character", "含有不可用的字符，请删除后重新输入", "It holds characters that cannot be used; delete them")
			}
			unclean(wrong, pointer+"/"+escaped.Replace(key), item)
		}
	}
}

var escaped = strings.NewReplacer("~", "~0", "/", "~1")
