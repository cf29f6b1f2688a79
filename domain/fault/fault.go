// Package fault holds the one error type that crosses package borders: a stable code for programs,
// a sentence for people in two languages, and the fields that are wrong. Causes stay in the log.
package fault

import (
	"errors"
	"fmt"
)

// Text is one sentence for people. It says what to do, not only what is wrong.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// Field points at one wrong value of the input.
type Field struct {
	Pointer string // RFC 6901 JSON pointer into the request, such as /staff/3/idNumber
	Code    string // what is wrong with it, such as check_digit
	Text    Text
}

// Error is the error of this product.
type Error struct {
	Code   Code
	Text   Text
	Fields []Field
	Detail map[string]string // facts that a client may show, such as who was first; never personal data
	cause  error
}

// New makes an error with a code and its sentence.
func New(code Code, zh, en string) *Error {
	return &Error{Code: code, Text: Text{ZH: zh, EN: en}}
}

// Wrong makes an Invalid error for one field.
func Wrong(pointer, code, zh, en string) *Error {
	e := New(Invalid, zh, en)
	return e.At(pointer, code, zh, en)
}

// At adds a wrong field and returns e.
func (e *Error) At(pointer, code, zh, en string) *Error {
	e.Fields = append(e.Fields, Field{Pointer: pointer, Code: code, Text: Text{ZH: zh, EN: en}})
	return e
}

// With adds one fact for the client and returns e.
func (e *Error) With(name, value string) *Error {
	if e.Detail == nil {
		e.Detail = map[string]string{}
	}
	e.Detail[name] = value
	return e
}

// Because keeps the cause for the log and returns e.
func (e *Error) Because(cause error) *Error {
	e.cause = cause
	return e
}

// Error is for logs; people read Text.
func (e *Error) Error() string {
	if e.cause != nil {
		return fmt.Sprintf("%s: %s: %v", e.Code, e.Text.EN, e.cause)
	}
	return fmt.Sprintf("%s: %s", e.Code, e.Text.EN)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.cause }

// CodeOf returns the code of the first Error in err's chain, or Internal.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

// Is says whether err carries the code.
func Is(err error, code Code) bool { return err != nil && CodeOf(err) == code }
