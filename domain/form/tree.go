package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"jiangxin/domain/fault"
)

// Tree reads raw as one JSON value. Whatever is too large or no JSON at all is refused here.
func Tree(raw []byte, root string) (any, error) {
	if len(raw) > BodyLimit {
		return nil, tooLarge(root)
	}
	if !utf8.Valid(raw) {
		return nil, fault.New(fault.Malformed, "内容不是 UTF-8 编码，请用本系统的页面重新填写", "The content is not UTF-8; fill the form again")
	}
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	value, err := read(decoder, 0)
	if err != nil {
		return nil, malformed(err)
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, malformed(fmt.Errorf("data after the value: %w", err))
	}
	if pointer, found := oversized(value, root); found {
		return nil, tooLarge(pointer)
	}
	return value, nil
}

// depthLimit bounds how deep lists and objects lie in each other; our forms need six.
const depthLimit = 20

// read takes one value from the decoder. Unlike encoding/json it refuses a key that stands twice, since
// what is checked must be what is stored.
func read(decoder *json.Decoder, depth int) (any, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	opening, nested := token.(json.Delim)
	if !nested {
		return token, nil
	}
	if depth == depthLimit {
		return nil, errors.New("nested too deep")
	}
	var value any
	if opening == '[' {
		value, err = readList(decoder, depth+1)
	} else {
		value, err = readObject(decoder, depth+1)
	}
	if err == nil {
		_, err = decoder.Token()
	}
	return value, err
}

func readList(decoder *json.Decoder, depth int) (any, error) {
	entries := []any{}
	for decoder.More() {
		entry, err := read(decoder, depth)
		if err != nil {
			return nil, err
		}
		entries = append(entries, entry)
	}
	return entries, nil
}

func readObject(decoder *json.Decoder, depth int) (any, error) {
	object := map[string]any{}
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return nil, err
		}
		key, _ := token.(string)
		if _, twice := object[key]; twice {
			return nil, fmt.Errorf("key %q stands twice", key)
		}
		if object[key], err = read(decoder, depth); err != nil {
			return nil, err
		}
	}
	return object, nil
}

func malformed(cause error) error {
	return fault.New(fault.Malformed, "提交的内容无法识别，请刷新页面后重试", "The content cannot be read; reload the page and try again").Because(cause)
}

func tooLarge(pointer string) error {
	e := fault.New(fault.TooLarge, "内容过大，请缩短文字，或作为文件上传", "The content is too large; shorten it, or upload it as a file")
	return e.At(pointer, "too_large", fmt.Sprintf("单项文字不能超过 %d 个字，请缩短或改为上传文件", TextLimit),
		fmt.Sprintf("A text holds at most %d characters; shorten it or upload it as a file", TextLimit))
}

func oversized(value any, pointer string) (string, bool) {
	switch v := value.(type) {
	case string:
		return pointer, utf8.RuneCountInString(v) > TextLimit
	case []any:
		for i, item := range v {
			if at, found := oversized(item, pointer+"/"+strconv.Itoa(i)); found {
				return at, true
			}
		}
	case map[string]any:
		for _, key := range SortedKeys(v) {
			if at, found := oversized(v[key], pointer+"/"+Escape(key)); found {
				return at, true
			}
		}
	}
	return "", false
}

// Escape writes one step of a JSON pointer (RFC 6901).
func Escape(key string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
}

// SortedKeys lists the keys of an object in order.
func SortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// Any reads one JSON value, numbers as they are written.
func Any(raw []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	var value any
	err := decoder.Decode(&value)
	return value, err
}
