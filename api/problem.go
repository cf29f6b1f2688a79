package api

import (
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"net/http"

	"github.com/gin-gonic/gin"
	tags "golang.org/x/text/language"

	"jiangxin/domain/casework"
	"jiangxin/domain/fault"
	"jiangxin/domain/procedure"
)

// meaning is what a fault's code means over HTTP.
type meaning struct {
	status int
	title  fault.Text
}

// meanings is the one table from fault codes to HTTP. A test compares it with the codes' list.
var meanings = map[fault.Code]meaning{
	fault.Invalid:         {http.StatusUnprocessableEntity, fault.Text{ZH: "填写有误", EN: "Some entries are wrong"}},
	fault.Malformed:       {http.StatusBadRequest, fault.Text{ZH: "请求无法识别", EN: "The request cannot be read"}},
	fault.Unauthenticated: {http.StatusUnauthorized, fault.Text{ZH: "尚未登录", EN: "Not signed in"}},
	fault.BadCredentials:  {http.StatusUnauthorized, fault.Text{ZH: "登录失败", EN: "Sign-in failed"}},
	fault.LockedOut:       {http.StatusTooManyRequests, fault.Text{ZH: "账号已锁定", EN: "The account is locked"}},
	fault.Forbidden:       {http.StatusForbidden, fault.Text{ZH: "无权办理", EN: "Not allowed"}},
	fault.CSRF:            {http.StatusForbidden, fault.Text{ZH: "请求来源无法确认", EN: "The request's origin is unknown"}},
	fault.NotFound:        {http.StatusNotFound, fault.Text{ZH: "没有找到", EN: "Not found"}},
	fault.Taken:           {http.StatusConflict, fault.Text{ZH: "他人已先办理", EN: "Somebody was first"}},
	fault.Stale:           {http.StatusConflict, fault.Text{ZH: "内容已有变化", EN: "It has changed meanwhile"}},
	fault.NotReady:        {http.StatusConflict, fault.Text{ZH: "条件尚未具备", EN: "Not ready yet"}},
	fault.Closed:          {http.StatusConflict, fault.Text{ZH: "已经办结", EN: "Already finished"}},
	fault.KeyReused:       {http.StatusUnprocessableEntity, fault.Text{ZH: "幂等键重复使用", EN: "Idempotency-Key used twice"}},
	fault.KeyMissing:      {http.StatusBadRequest, fault.Text{ZH: "缺少幂等键", EN: "Idempotency-Key missing"}},
	fault.TooLarge:        {http.StatusRequestEntityTooLarge, fault.Text{ZH: "内容过大", EN: "Too large"}},
	fault.UnsupportedType: {http.StatusUnsupportedMediaType, fault.Text{ZH: "文件类型不符", EN: "Unsupported type"}},
	fault.BadFile:         {http.StatusUnprocessableEntity, fault.Text{ZH: "文件有问题", EN: "The file is bad"}},
	fault.TooMany:         {http.StatusTooManyRequests, fault.Text{ZH: "操作过于频繁", EN: "Too many requests"}},
	fault.Unavailable:     {http.StatusServiceUnavailable, fault.Text{ZH: "暂时无法办理", EN: "Temporarily unavailable"}},
	fault.Diverged:        {http.StatusConflict, fault.Text{ZH: "记录不一致", EN: "Records diverge"}},
	fault.Internal:        {http.StatusInternalServerError, fault.Text{ZH: "系统故障", EN: "Internal error"}},
}

// language is the reader's: Chinese unless English is asked for.
type language bool

const (
	chinese language = false
	english language = true
)

var languages = tags.NewMatcher([]tags.Tag{tags.Chinese, tags.English})

func languageOf(header string) language {
	if header == "" {
		return chinese
	}
	_, index := tags.MatchStrings(languages, header)
	return language(index == 1)
}

func (l language) of(text fault.Text) string {
	if l == english && text.EN != "" {
		return text.EN
	}
	return text.ZH
}

// problemOf words an error for a reader. What is not a fault is a defect of ours, and says nothing of itself.
func problemOf(err error, v *visit) Problem {
	var f *fault.Error
	if !errors.As(err, &f) {
		f = fault.New(fault.Internal, "系统出现故障，已记录；请稍后重试，或凭请求编号联系运维人员",
			"Something went wrong on our side and is logged; try again later, or give the request ID to the operators")
	}
	known, ok := meanings[f.Code]
	if !ok {
		known = meanings[fault.Internal]
	}
	p := Problem{
		Type: "urn:jiangxin:problem:" + string(f.Code), Title: v.language.of(known.title), Status: known.status,
		Code: string(f.Code), Detail: v.language.of(f.Text), Facts: f.Detail, RequestId: v.request,
	}
	if verdict := f.Detail["verdict"]; verdict != "" {
		p.Facts = maps.Clone(f.Detail)
		name := procedure.VerdictName(f.Detail["stage"], casework.Verdict(verdict))
		p.Facts["verdictName"] = v.language.of(fault.Text{ZH: name.ZH, EN: name.EN})
	}
	for _, field := range f.Fields {
		p.Fields = append(p.Fields, FieldProblem{Pointer: field.Pointer, Code: field.Code, Message: v.language.of(field.Text)})
	}
	return p
}

// refuse answers with a problem document and ends the request.
func (s *Server) refuse(c *gin.Context, err error) {
	ctx := c.Request.Context()
	v := visiting(ctx)
	p := problemOf(err, v)
	switch {
	case p.Status >= http.StatusInternalServerError:
		s.log.LogAttrs(ctx, slog.LevelError, "a request failed", slog.String("request_id", v.request),
			slog.String("operation", v.route.id), slog.String("code", p.Code), slog.String("cause", err.Error()))
	case p.Code == string(fault.TooMany) || p.Code == string(fault.LockedOut):
		c.Header("Retry-After", "60")
	}
	c.Abort()
	if c.Writer.Written() {
		return // the answer has begun; the connection's end tells the client
	}
	body, encodeErr := json.Marshal(p)
	if encodeErr != nil {
		c.Status(http.StatusInternalServerError)
		return
	}
	c.Data(p.Status, "application/problem+json; charset=utf-8", body)
}
