package certification

import (
	"fmt"
	"strconv"
)

// The results in words: two of every candidate, four more of technicians (notice 三(一)).
var (
	everybodysGrades = []Field{FieldPerformance, FieldEthics}
	technicianGrades = []Field{FieldProjects, FieldProblems, FieldInnovation, FieldTeaching}
	notOfLevel       = say("本批次等级不评这一项", "This level has no such result")
)

// results checks the parts that way and level have, and that there are no others.
func (c *checker) results() {
	for _, part := range ScoreFields {
		c.score(part, *c.row.score(part), c.PassRule.Mark(part))
	}
	for _, f := range everybodysGrades {
		c.graded(f, *c.row.grade(f))
	}
	for _, f := range technicianGrades {
		if g := *c.row.grade(f); c.technician {
			c.graded(f, g)
		} else {
			c.unused(f, string(g), notOfLevel, say("仅技师及以上填写，请清空", "It is for technicians only; empty it"))
		}
	}
}

func (c *checker) score(part Field, given Score, mark int) {
	name := heading(part)
	switch {
	case mark == 0:
		c.unused(part, given.String(), say("本批次的评价方式（"+c.Plan.Way.Name().ZH+"）没有"+name, "The way of this batch has no such part"),
			say("清空这一格；评价方式有误的，先修改批次", "Empty the cell; where the way is wrong, change the batch"))
	case given.IsZero():
		c.wrong(part, "score_missing", say("缺少"+name, "The score is missing"), say("填写 0 至 100 的成绩；没有参加的人员不列入", "Give the score from 0 to 100; leave out who did not take part"))
	case !given.Reaches(mark):
		basis := c.PassRule.Basis.Name()
		c.wrong(part, "below_mark", say(fmt.Sprintf("%s %s 分低于合格线 %d 分（依据%s）", name, given, mark, basis.ZH), fmt.Sprintf("%s is below the pass mark of %d (%s)", given, mark, basis.EN)),
			say("只报送评价合格的人员：核对成绩，不合格的删除这一行", "Report those who passed: check the score, or delete the row"))
	}
}

func (c *checker) graded(f Field, g Grade) {
	switch {
	case !c.required(f, string(g)):
	case !g.Known():
		c.wrong(f, "grade", say("“"+shorten(string(g))+"”不是评价等次", "This is no grade"), say("填写：优秀、良好、合格或不合格", "Give 优秀, 良好, 合格 or 不合格"))
	case !g.Passes():
		c.wrong(f, "not_passed", say(heading(f)+"不合格", "The result does not pass"), say("只报送评价合格的人员：核对结果，不合格的删除这一行", "Report those who passed: check the result, or delete the row"))
	}
}

// competition checks that who is recognised directly names the competition, and nobody else does (notice 三(二)4).
func (c *checker) competition() {
	for _, f := range []Field{FieldCompetition, FieldRank} {
		if value := *c.row.text(f); c.Plan.Way == Competition {
			c.required(f, value)
		} else {
			c.unused(f, value, say("本批次不是竞赛选拔，不能直接认定", "This batch is no competition: nobody is recognised directly"),
				say("清空这一格；竞赛获奖人员另建“竞赛选拔”批次", "Empty the cell; make a batch of the way 竞赛选拔 for winners"))
		}
	}
}

// photo checks that each row names a photo of its own that is in the zip and good.
func (c *checker) photo() {
	if !c.required(FieldPhoto, c.row.Photo) {
		return
	}
	key := PhotoKey(c.row.Photo)
	if first, twice := c.photos[key]; twice {
		line := strconv.Itoa(first)
		c.wrong(FieldPhoto, "photo_twice", say("与第 "+line+" 行用了同一张照片", "The photo is that of line "+line), say("为每人填写各自的照片文件名", "Name each person's own photo"))
		return
	}
	c.photos[key] = c.row.No
	if c.Photos == nil {
		return
	}
	problem, there := c.Photos[key]
	switch {
	case !there:
		c.wrong(FieldPhoto, "photo_missing", say("照片压缩包中没有这个文件", "The photo zip has no such file"), say("核对文件名（含扩展名），或补充照片后重新上传压缩包", "Check the name with its extension, or upload a zip that has it"))
	case problem.ZH != "":
		c.wrong(FieldPhoto, "photo_bad", say(problem.ZH, problem.EN), say("换一张近半年内白底一寸照片后重新上传压缩包", "Take another photo and upload the zip again"))
	}
}

// unusedPhotos tells of a zip that is missing, and of photos that no row names.
func (c *checker) unusedPhotos() {
	if c.Photos == nil {
		c.batch(FieldPhoto, "no_photos", Wrong, say("照片压缩包尚未上传", "The photo zip is not uploaded yet"), say("按文件名整理照片，打成一个 zip 上传", "Name the photos as the rows do and upload them as one zip"))
		return
	}
	unused := 0
	for key := range c.Photos {
		if _, named := c.photos[key]; !named {
			unused++
		}
	}
	if unused > 0 {
		n := strconv.Itoa(unused)
		c.batch(FieldPhoto, "photos_unused", Warn, say("压缩包中有 "+n+" 张照片没有对应的人员", n+" photos of the zip belong to nobody"), say("核对文件名；多余的照片不会保存", "Check the names; photos that belong to nobody are not kept"))
	}
}
