package certification

import (
	"errors"
	"fmt"
	"strconv"

	"jiangxin/domain/fault"
	"jiangxin/domain/identity"
)

// person checks who the candidate is, and that nobody stands in the batch twice.
func (c *checker) person() {
	named := c.required(FieldName, c.row.Name)
	known := c.row.IDKind != "" || c.required(FieldIDKind, "")
	id := c.row.IDKey()
	if !c.required(FieldIDNumber, id) {
		return
	}
	if known {
		c.idNumber(id)
	}
	c.twice(id, named)
	if c.Held[id] {
		c.wrong(FieldIDNumber, "held", say("此人已持有本职业本等级的证书", "This person holds a certificate of this occupation and level already"),
			say("删除这一行；证书信息有误的，走注销后重新认定", "Delete the row; where the certificate is wrong, have it revoked first"))
	}
	if batchNo := c.Pending[id]; batchNo != "" {
		c.wrong(FieldIDNumber, "pending", say("此人已在批次 "+batchNo+" 中报送本职业本等级，尚未办结", "This person was handed in for this occupation and level with batch "+batchNo+", which is not finished"),
			say("删除这一行，或待该批次办结后再报送", "Delete the row, or wait until that batch is finished"))
	}
	if c.Elsewhere[id] {
		c.warn(FieldIDNumber, "elsewhere", say("此人同时出现在另一家企业的批次中", "This person is in a batch of another enterprise at the same time"),
			say("核实劳动关系，并附劳动合同或社会保险证明", "Check the labour relation, and attach the contract or proof of social insurance"))
	}
}

// idNumber checks the number by the rules of its kind.
func (c *checker) idNumber(id string) {
	if c.row.IDKind != ResidentCard {
		if len(id) < 5 || len(id) > 20 || !plainID(id) {
			c.wrong(FieldIDNumber, "form", say("证件号码应为 5 至 20 位字母或数字", "The number has 5 to 20 letters or digits"), say("对照证件重新填写", "Copy it from the document again"))
			return
		}
		c.warn(FieldIDKind, "by_hand", say("非居民身份证没有校验位，系统无法核对号码和年龄", "Only resident ID numbers can be checked for digits and age"),
			say("请附证件复印件，由审核人员核对", "Attach a copy of the document; the auditor checks it"))
		return
	}
	number, err := identity.ParseResidentID(id)
	if err != nil {
		code, text := "value", fault.Text{ZH: "证件号码不正确", EN: "The ID number is wrong"}
		var wrong *fault.Error
		if errors.As(err, &wrong) && len(wrong.Fields) > 0 {
			code, text = wrong.Fields[0].Code, wrong.Fields[0].Text
		}
		c.wrong(FieldIDNumber, code, say(text.ZH, text.EN), say("对照居民身份证逐位核对后重新填写", "Compare it with the card digit by digit and type it again"))
		return
	}
	if age := number.Age(c.examined); !c.examined.IsZero() && age < c.AgeMin {
		c.wrong(FieldIDNumber, "age", say(fmt.Sprintf("考核当日（%s）未满 %d 周岁", c.examined, c.AgeMin), fmt.Sprintf("The person is under %d on %s", c.AgeMin, c.examined)),
			say("核对证件号码；确未满龄的，删除这一行", "Check the number; if it is right, delete the row"))
	}
}

func plainID(id string) bool {
	for _, r := range id {
		if (r < '0' || r > '9') && (r < 'A' || r > 'Z') {
			return false
		}
	}
	return true
}

// twice finds a person who stands in the batch twice, be it under two spellings, and two people whose names only
// look the same.
func (c *checker) twice(id string, named bool) {
	index, again := c.ids[id]
	if again {
		first := c.rows[index]
		line := strconv.Itoa(first.No)
		text := say("与第 "+line+" 行是同一证件号码", "The ID number is that of line "+line)
		if first.Name != c.row.Name && alike(first.Name) == alike(c.row.Name) {
			text = say("与第 "+line+" 行是同一人，姓名写法不同（“"+shorten(first.Name)+"”）", "This is the person of line "+line+" under another spelling")
		}
		c.wrong(FieldIDNumber, "duplicate", text, say("删除重复的一行；不是同一人的，核对证件号码", "Delete one of them; if they are two people, check the numbers"))
	} else {
		c.ids[id] = c.at
	}
	if !named {
		return
	}
	look := alike(c.row.Name)
	index, before := c.names[look]
	if !before {
		c.names[look] = c.at
	} else if other := c.rows[index]; !again && other.Name != c.row.Name {
		line := strconv.Itoa(other.No)
		c.warn(FieldName, "name_alike", say("与第 "+line+" 行姓名写法不同但看起来相同，证件号码不同", "The name looks like that of line "+line+", whose ID number differs"),
			say("对照证件核对姓名（空格、全角字符、间隔号）和证件号码", "Compare name and number with the document"))
	}
}
