package occupation

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"jiangxin/domain/civil"
	"jiangxin/domain/fault"
)

// The delivered tables: the classification as the ministry's site shows it, its differences from the
// printed edition of 2022, and what belongs to it. data/*.csv name the source of each row.
//
//go:embed data/*.csv
var tables embed.FS

// record is one row of a table by column name.
type record map[string]string

// readTable reads a delivered table with its header.
func readTable(name string) ([]record, error) {
	file, err := tables.Open("data/" + name + ".csv")
	if err != nil {
		return nil, brokenTable(name, err)
	}
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil || len(lines) == 0 {
		return nil, brokenTable(name, err)
	}
	records := make([]record, 0, len(lines)-1)
	for _, line := range lines[1:] {
		row := make(record, len(line))
		for i, column := range lines[0] {
			row[column] = line[i]
		}
		records = append(records, row)
	}
	return records, file.Close()
}

// readTables reads several tables.
func readTables(names ...string) (map[string][]record, error) {
	all := make(map[string][]record, len(names))
	for _, name := range names {
		records, err := readTable(name)
		if err != nil {
			return nil, err
		}
		all[name] = records
	}
	return all, nil
}

// DefaultCatalogue is the delivered catalogue: the printed edition of 2022, then the live one.
func DefaultCatalogue() (Catalogue, error) {
	all, err := readTables("editions", "occupations", "occupations_changes_vs_2022", "recoded", "skill_of_major_3", "work_types")
	if err != nil {
		return Catalogue{}, err
	}
	begins := map[string]civil.Date{}
	for _, edition := range all["editions"] {
		if begins[edition["edition"]], err = civil.Parse(edition["from"]); err != nil {
			return Catalogue{}, brokenTable("editions", err)
		}
	}
	first, live := begins["2022"], begins["live"]
	changes := map[string]record{}
	for _, change := range all["occupations_changes_vs_2022"] {
		changes[change["code"]] = change
	}
	skilled, known := map[string]bool{}, map[string][]string{}
	for _, row := range all["skill_of_major_3"] {
		skilled[row["code"]] = true
	}
	for _, row := range all["work_types"] {
		known[row["occupation_code"]] = append(known[row["occupation_code"]], row["work_type"])
	}
	var rows []Occupation
	classes := map[string]record{} // a row of each 小类, for occupations that are no longer listed
	for _, line := range all["occupations"] {
		row, err := line.occupation()
		if err != nil {
			return Catalogue{}, err
		}
		row.Skill = row.Skill || skilled[row.Code]
		row.Known, row.From = known[row.Code], first
		classes[row.Code[:7]] = line
		switch change := changes[row.Code]; change["change"] {
		case "new":
			row.From = live
		case "renamed":
			former := row
			former.Name, former.To = change["name_2022"], live.AddDays(-1)
			rows, row.From = append(rows, former), live
		}
		rows = append(rows, row)
	}
	for _, line := range all["recoded"] {
		code := line["old"]
		former, err := record.occupation(record{"code": code, "name": changes[code]["name_2022"], "digital": "false", "green": "false",
			"work_types": "0", "major": classes[code[:7]]["major"], "middle": classes[code[:7]]["middle"], "minor": classes[code[:7]]["minor"]})
		if err != nil {
			return Catalogue{}, err
		}
		former.From, former.To, former.Successor = first, live.AddDays(-1), line["new"]
		rows = append(rows, former)
	}
	return NewCatalogue(rows)
}

// occupation reads a row of occupations.csv. Majors 4, 5 and 6 are skill occupations [G].
func (r record) occupation() (Occupation, error) {
	digital, digitalErr := strconv.ParseBool(r["digital"])
	green, greenErr := strconv.ParseBool(r["green"])
	workTypes, err := strconv.Atoi(r["work_types"])
	if err != nil || digitalErr != nil || greenErr != nil || !codeForm.MatchString(r["code"]) {
		return Occupation{}, brokenTable("occupations", fmt.Errorf("row of %q", r["code"]))
	}
	return Occupation{Code: r["code"], Name: r["name"], Digital: digital, Green: green, WorkTypes: workTypes,
		Major: r["major"], Middle: r["middle"], Minor: r["minor"], Skill: strings.ContainsAny(r["code"][:1], "456")}, nil
}

func brokenTable(name string, err error) error {
	return fault.New(fault.Internal, fmt.Sprintf("内置数据表 %s 损坏，请联系运维人员。", name),
		fmt.Sprintf("The built-in table %s is broken; tell the operators.", name)).Because(err)
}
