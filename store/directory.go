package store

import (
	"encoding/json"

	"gorm.io/gorm"

	"jiangxin/domain/civil"
	"jiangxin/domain/region"
)

type regionRow struct {
	Code   string `gorm:"primaryKey"`
	Level  string
	Parent string
	Names  string
	Note   string
}

func (regionRow) TableName() string { return "regions" }

type bodyRow struct {
	ID        string `gorm:"primaryKey"`
	Kind      string
	Region    string
	Names     string
	ValidFrom *civil.Date
	ValidTo   *civil.Date
}

func (bodyRow) TableName() string { return "bodies" }

type competenceRow struct {
	Function  string     `gorm:"primaryKey"`
	Region    string     `gorm:"primaryKey"`
	ValidFrom civil.Date `gorm:"primaryKey"`
	Kind      string
	ValidTo   *civil.Date
	Source    string
	Note      string
}

func (competenceRow) TableName() string { return "competences" }

// loadDirectory builds who is who and who does what from the tables.
func loadDirectory(db *gorm.DB) (region.Directory, error) {
	var regions []regionRow
	var bodies []bodyRow
	var competences []competenceRow
	for _, into := range []any{&regions, &bodies, &competences} {
		if err := db.Find(into).Error; err != nil {
			return region.Directory{}, fail(err, "read the directory")
		}
	}
	var rows region.Rows
	for _, r := range regions {
		out := region.Region{Code: r.Code, Level: region.Level(r.Level), Parent: r.Parent, Note: r.Note}
		if err := json.Unmarshal([]byte(r.Names), &out.Names); err != nil {
			return region.Directory{}, err
		}
		rows.Regions = append(rows.Regions, out)
	}
	for _, b := range bodies {
		out := region.Body{ID: b.ID, Kind: region.Kind(b.Kind), Region: b.Region, From: undated(b.ValidFrom), To: undated(b.ValidTo)}
		if err := json.Unmarshal([]byte(b.Names), &out.Names); err != nil {
			return region.Directory{}, err
		}
		rows.Bodies = append(rows.Bodies, out)
	}
	for _, c := range competences {
		rows.Competences = append(rows.Competences, region.Competence{
			Function: region.Function(c.Function), Kind: region.Kind(c.Kind), Region: c.Region,
			From: c.ValidFrom, To: undated(c.ValidTo), Source: c.Source, Note: c.Note,
		})
	}
	return region.NewDirectory(rows)
}

func seedDirectory(tx *gorm.DB) error {
	rows, err := region.DefaultRows()
	if err != nil {
		return err
	}
	for _, r := range rows.Regions {
		names, err := json.Marshal(r.Names)
		if err != nil {
			return err
		}
		if err := tx.Create(&regionRow{Code: r.Code, Level: string(r.Level), Parent: r.Parent, Names: string(names), Note: r.Note}).Error; err != nil {
			return err
		}
	}
	for _, b := range rows.Bodies {
		names, err := json.Marshal(b.Names)
		if err != nil {
			return err
		}
		if err := tx.Create(&bodyRow{
			ID: b.ID, Kind: string(b.Kind), Region: b.Region, Names: string(names), ValidFrom: dated(b.From), ValidTo: dated(b.To),
		}).Error; err != nil {
			return err
		}
	}
	for _, c := range rows.Competences {
		if err := tx.Create(&competenceRow{
			Function: string(c.Function), Kind: string(c.Kind), Region: c.Region, ValidFrom: c.From, ValidTo: dated(c.To),
			Source: c.Source, Note: c.Note,
		}).Error; err != nil {
			return err
		}
	}
	return nil
}
