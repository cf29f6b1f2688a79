package store

import (
	"context"
	"time"

	"github.com/google/uuid"
)

// Message is a message in the app, to one person, one enterprise or one body.
type Message struct {
	ID           uuid.UUID `gorm:"primaryKey"`
	UserID       *uuid.UUID
	EnterpriseID *uuid.UUID
	BodyID       *string
	CaseNo       string
	Seq          int
	Kind         string
	Facts        string // JSON: codes, numbers, dates
	CreatedAt    time.Time
	ReadAt       *time.Time
}

// TableName is the table of messages.
func (Message) TableName() string { return "messages" }

// Reader is who reads messages: a person, for themselves and for their enterprise or body.
type Reader struct {
	User       uuid.UUID
	Enterprise uuid.UUID
	Body       string
}

// mine is the condition on messages that a reader may see.
const mine = "(user_id = @user OR enterprise_id = NULLIF(@enterprise, '00000000-0000-0000-0000-000000000000')::uuid OR body_id = NULLIF(@body, ''))"

func (r Reader) named() map[string]any {
	return map[string]any{"user": r.User, "enterprise": r.Enterprise.String(), "body": r.Body}
}

// MessageLine is a message as a list shows it.
type MessageLine struct {
	Message
	Asks bool // the task that it tells of is still to be done
}

const messageLines = `messages.*, kind = 'taskOpened' AND EXISTS (SELECT FROM tasks t
	WHERE t.case_no = messages.case_no AND t.id = messages.facts::jsonb->>'task' AND t.state = 'open') AS asks`

// Messages lists a reader's messages, the newest first.
func (s *Store) Messages(ctx context.Context, r Reader, unread bool, before Place, limit int) ([]MessageLine, error) {
	query := s.DB.WithContext(ctx).Model(&Message{}).Select(messageLines).Where(mine, r.named())
	if unread {
		query = query.Where("read_at IS NULL")
	}
	if !before.At.IsZero() {
		query = query.Where("(created_at, id) < (?, ?::uuid)", before.At, before.ID)
	}
	var rows []MessageLine
	err := query.Order("created_at DESC, id DESC").Limit(limit).Find(&rows).Error
	return rows, fail(err, "list the messages")
}

// UnreadMessages counts what a reader has not read, up to a hundred.
func (s *Store) UnreadMessages(ctx context.Context, r Reader) (int, error) {
	var count int
	err := s.DB.WithContext(ctx).Raw("SELECT COUNT(*) FROM (SELECT FROM messages WHERE "+mine+" AND read_at IS NULL LIMIT 100) unread",
		r.named()).Scan(&count).Error
	return count, fail(err, "count the messages")
}

// MarkRead marks one message of the reader as read, and says whether there is such a message.
func (s *Store) MarkRead(ctx context.Context, r Reader, id uuid.UUID, at time.Time) (bool, error) {
	arguments := r.named()
	arguments["id"], arguments["at"] = id, at
	done := s.DB.WithContext(ctx).Exec("UPDATE messages SET read_at = COALESCE(read_at, @at) WHERE id = @id AND "+mine, arguments)
	return done.RowsAffected == 1, fail(done.Error, "mark the message as read")
}
