package policy

import (
	"cmp"
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

//go:embed data/parameters.json
var delivered []byte

// Book is the whole parameter table with its history. It is immutable and safe for concurrent use.
type Book struct {
	rows       map[string][]Param // by key; the row that takes precedence first
	boundaries []civil.Date       // days on which some value begins or has ended, ascending, unique
	current    []Edition          // by boundary, as the book stands: every request asks for one
	revision   int                // newest amendment
}

// DefaultBook is the book that the product is delivered with, in force from 1 June 2020.
func DefaultBook() (Book, error) {
	rows, err := ReadParams(delivered)
	if err != nil {
		return Book{}, err
	}
	return NewBook(rows)
}

// DefaultParams returns the rows of the delivered book, for a store that keeps them as a table.
func DefaultParams() ([]Param, error) { return ReadParams(delivered) }

// NewBook builds a book from rows in any order. It refuses rows that make no sense, that say the same
// thing twice, or that change the kind of a key's value.
func NewBook(rows []Param) (Book, error) {
	book := Book{rows: map[string][]Param{}}
	for i, row := range rows {
		if err := row.check(); err != nil {
			return Book{}, fmt.Errorf("parameter row %d: %w", i+1, err)
		}
		for _, other := range book.rows[row.Key] {
			if other.Value.kind != row.Value.kind {
				return Book{}, conflict(row, "同一参数的值类型必须一致。", "all values of a key are of one kind.")
			}
			if other.From == row.From && other.Revision == row.Revision {
				return Book{}, conflict(row, "同一修订、同一施行日期只能有一个值。", "one revision gives one value per day.")
			}
		}
		book.rows[row.Key] = append(book.rows[row.Key], row)
		book.boundaries = append(book.boundaries, row.From)
		if !row.To.IsZero() {
			book.boundaries = append(book.boundaries, row.To.AddDays(1))
		}
		book.revision = max(book.revision, row.Revision)
	}
	for _, history := range book.rows {
		slices.SortFunc(history, func(a, b Param) int {
			return cmp.Or(b.From.Compare(a.From), cmp.Compare(b.Revision, a.Revision))
		})
	}
	slices.SortFunc(book.boundaries, civil.Date.Compare)
	book.boundaries = slices.Compact(book.boundaries)
	for _, began := range book.boundaries {
		book.current = append(book.current, book.edition(began, book.revision))
	}
	return book, nil
}

// With is the book with more rows; the book itself stays as it is.
func (b Book) With(rows ...Param) (Book, error) {
	return NewBook(append(b.Rows(), rows...))
}

// Rows returns every row, by key, newest first.
func (b Book) Rows() []Param {
	var rows []Param
	for _, key := range b.Keys() {
		rows = append(rows, b.rows[key]...)
	}
	return rows
}

// Keys lists the keys in order.
func (b Book) Keys() []string {
	keys := make([]string, 0, len(b.rows))
	for key := range b.rows {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// Revision is the number of the newest amendment; new rows take the next one.
func (b Book) Revision() int { return b.revision }

// At is the edition that a case starting on the day comes under.
func (b Book) At(date civil.Date) Edition {
	next, found := slices.BinarySearchFunc(b.boundaries, date, civil.Date.Compare)
	switch {
	case found:
		return b.current[next]
	case next > 0:
		return b.current[next-1]
	}
	return b.edition(civil.Date{}, b.revision)
}

// Edition finds an edition by the version that a case stored. Rows added since then do not change it.
func (b Book) Edition(version string) (Edition, error) {
	day, number, _ := strings.Cut(version, ".")
	began, dateErr := civil.Parse(day)
	revision, err := strconv.Atoi(number)
	if dateErr != nil || err != nil || revision < 1 || revision > b.revision {
		return Edition{}, fault.New(fault.NotFound,
			fmt.Sprintf("没有版本为“%.40s”的参数表，请联系运维人员核对参数表是否完整。", version),
			fmt.Sprintf("There is no edition %.40q of the parameters; ask the operators whether the table is complete.", version))
	}
	return b.edition(began, revision), nil
}

func (b Book) edition(began civil.Date, revision int) Edition {
	edition := Edition{began: began, revision: revision, params: make(map[string]Param, len(b.rows))}
	for key, history := range b.rows {
		for _, row := range history {
			if row.Revision <= revision && began.Within(row.From, row.To) {
				edition.params[key] = row
				break
			}
		}
	}
	return edition
}

func conflict(row Param, zh, en string) error {
	return fault.Wrong("/key", "conflict",
		fmt.Sprintf("参数 %s（%s 起，第 %d 次修订）：%s", row.Key, row.From, row.Revision, zh),
		fmt.Sprintf("Parameter %s (from %s, revision %d): %s", row.Key, row.From, row.Revision, en))
}
