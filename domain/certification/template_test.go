package certification_test

import (
	"strings"
	"testing"
	"time"

	"jiangxin/domain/certification"
	"jiangxin/domain/certification/certificationtest"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
)

func TestTheDeliveredTemplatesAreWhole(t *testing.T) {
	t.Parallel()
	all, err := certification.Templates()
	if err != nil || len(all) == 0 {
		t.Fatal(err)
	}
	first := all[0]
	if len(first.Columns) != len(certification.Fields) {
		t.Errorf("%d columns", len(first.Columns))
	}
	for i, f := range certification.Fields {
		column, ok := first.Column(f)
		if !ok || first.Columns[i].Field != f || column.Heading != f.Name().ZH {
			t.Errorf("%s: %+v", f, column)
		}
	}
	for _, way := range filing.Ways {
		if len(first.Needs(way)) < 3 {
			t.Errorf("%s needs %v", way, first.Needs(way))
		}
	}
	if on, err := certification.TemplateOn(all, civil.On(2026, time.November, 1)); err != nil || on.Version != all[len(all)-1].Version {
		t.Error(on.Version, err)
	}
	_, early := certification.TemplateOn(all, civil.On(2020, time.May, 31))
	_, unknown := certification.TemplateVersion(all, 99)
	if early == nil || unknown == nil {
		t.Error("a template that is not there is given")
	}
	if same, err := certification.TemplateVersion(all, first.Version); err != nil || same.Version != first.Version {
		t.Error(err)
	}
}

func TestTheOptionsOfTheTemplateAreThoseThatAreRead(t *testing.T) {
	t.Parallel()
	template := certificationtest.Template()
	for _, column := range template.Columns {
		for _, option := range column.Options {
			row, found := certification.ReadRow(template, map[certification.Field]cell{column.Field: {Text: option}}, 1)
			if len(found) > 0 || row.Shown(column.Field) != option && column.Field != certification.FieldEmployment {
				t.Errorf("%s %s: %+v", column.Heading, option, found)
			}
		}
	}
}

func TestTemplatesThatMakeNoSenseAreRefused(t *testing.T) {
	t.Parallel()
	columns := `{"field":"name","heading":"姓名","width":9},{"field":"idNumber","heading":"证件号码","width":9},{"field":"level","heading":"等级","width":9}`
	good := `{"version":1,"from":"2020-06-01","source":"setting","columns":[` + columns + `]}`
	if _, err := certification.ReadTemplates([]byte("[" + good + "]")); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"no JSON": "{", "twice": "[" + good + "," + good + "]", "no source": "[" + strings.ReplaceAll(good, "setting", "") + "]",
		"unknown field": "[" + strings.ReplaceAll(good, `"name"`, `"height"`) + "]", "a column twice": "[" + strings.ReplaceAll(good, `"level"`, `"name"`) + "]",
		"no width": "[" + strings.Replace(good, `"width":9`, `"width":0`, 1) + "]", "no level": `[{"version":1,"from":"2020-06-01","source":"x","columns":[]}]`,
		"unknown way": "[" + strings.Replace(good, `]}`, `],"evidence":[{"kind":"a","name":"甲","ways":["lottery"]}]}`, 1) + "]",
		"older later": "[" + good + "," + strings.Replace(strings.Replace(good, `"version":1`, `"version":2`, 1), "2020-06-01", "2020-05-01", 1) + "]",
	} {
		if _, err := certification.ReadTemplates([]byte(text)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
