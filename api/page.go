package api

import (
	"encoding/base64"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
	"jiangxin/store"
)

// defaultLimit is a page's length when none is asked for.
const defaultLimit = 50

func limitOf(limit Limit) int {
	if limit == 0 {
		return defaultLimit
	}
	return limit
}

// cursorOf writes where the next page begins.
func cursorOf(place any) string {
	raw, err := json.Marshal(place)
	if err != nil { // places are plain structs
		panic(err)
	}
	return base64.RawURLEncoding.EncodeToString(raw)
}

// placeIn reads a cursor; an empty one is the beginning.
func placeIn[T any](cursor Cursor) (T, error) {
	var place T
	if cursor == "" {
		return place, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(cursor)
	if err == nil {
		var value any
		if value, err = parse(raw); err == nil {
			err = cleanly(value)
		}
	}
	if err == nil {
		err = json.Unmarshal(raw, &place)
	}
	if err != nil {
		return place, wrongCursor(err)
	}
	return place, nil
}

// cleanly refuses a value with a text that cannot be stored, and so cannot be looked for.
func cleanly(value any) error {
	wrong := fault.New(fault.Invalid, "含有不可用的字符", "It holds characters that cannot be used")
	unclean(wrong, "", value)
	if len(wrong.Fields) > 0 {
		return wrong
	}
	return nil
}

// timePlaceIn reads the cursor of a list by time; where its entries have UUIDs, it must hold one.
func timePlaceIn(cursor Cursor, byUUID bool) (store.Place, error) {
	place, err := placeIn[store.Place](cursor)
	if err == nil && byUUID && !place.At.IsZero() {
		if _, bad := uuid.Parse(place.ID); bad != nil {
			err = wrongCursor(bad)
		}
	}
	return place, err
}

func wrongCursor(cause error) error {
	return fault.Wrong("/cursor", "cursor", "翻页位置无效，请从第一页开始", "The page marker is not valid; start at the first page").Because(cause)
}

// cut takes a page out of rows read with one more than the limit, and says where the next one begins.
func cut[T any](rows []T, limit int, place func(T) any) ([]T, string) {
	if len(rows) <= limit {
		return rows, ""
	}
	rows = rows[:limit]
	return rows, cursorOf(place(rows[limit-1]))
}

// at gives an optional instant as the generated types write it: the zero time is left out.
func at(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return t.UTC()
}
