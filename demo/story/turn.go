package story

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/google/uuid"

	"jiangxin/demo"
	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/casework"
	"jiangxin/domain/filing"
)

// turn is one answer to a task. What is left out is as usual.
type turn struct {
	stage   filing.Stage
	what    string
	who     *demo.Person // whose task it is
	verdict casework.Verdict
	sheet   any
	tune    func(usual any) // changes the usual sheet
}

// take answers the next task, which must be of the turn's stage.
func (t *Tale) take(ctx context.Context, u turn) {
	if t.err != nil {
		return
	}
	task, err := t.next(ctx, u.stage)
	if err != nil {
		t.err = err
		return
	}
	who := u.who
	if who == nil {
		if who, t.err = t.c.Who(ctx, task); t.err != nil {
			return
		}
	}
	t.tell(ctx, who, u.what, func() (string, error) {
		verdict, sheet := u.verdict, u.sheet
		if sheet == nil {
			usual, usualSheet, err := t.c.Usual(ctx, who, task)
			if err != nil {
				return "", err
			}
			sheet = usualSheet
			if verdict == "" {
				verdict = usual
			}
			if u.tune != nil {
				u.tune(sheet)
			}
		}
		settled, err := t.c.Say(ctx, who, task, verdict, sheet)
		return outcome(task, verdict, settled), err
	})
}

func outcome(task client.Task, verdict casework.Verdict, settled client.Settled) string {
	return fmt.Sprintf("%s，事件 %d，现处“%s”", filing.VerdictName(filing.Stage(task.Stage), verdict).ZH, settled.Seq, filing.Stage(settled.Stage).Name().ZH)
}

func (t *Tale) next(ctx context.Context, stage filing.Stage) (client.Task, error) {
	task, err := t.c.Next(ctx)
	if err == nil && task.Stage != string(stage) {
		err = fmt.Errorf("case %s asks at %s, and the story is at %s", t.c.No, task.Stage, stage)
	}
	return task, err
}

// paperPatience is how long a paper may take: it is made after the decision that orders it.
const paperPatience = time.Minute

// paper waits for the newest paper of a kind and downloads it as the system made it, checking its digest.
func (t *Tale) paper(ctx context.Context, who *demo.Person, kind casework.PaperKind) {
	var made client.Paper
	t.tell(ctx, who, "下载文书", func() (string, error) {
		var err error
		if made, err = t.made(ctx, who, kind); err != nil {
			return "", err
		}
		digest, err := t.download(ctx, who, made)
		if kind == filing.ReceiptPaper {
			t.receipt = digest
		}
		return fmt.Sprintf("《%s》PDF %d 字节，SHA-256 %s… 与登记一致", made.Name, made.Size, digest[:min(len(digest), 12)]), err
	})
}

func (t *Tale) made(ctx context.Context, who *demo.Person, kind casework.PaperKind) (client.Paper, error) {
	until := time.Now().Add(paperPatience)
	for {
		papers, err := t.papers(ctx, who)
		if err != nil {
			return client.Paper{}, err
		}
		var newest client.Paper
		for _, p := range papers {
			if p.Kind == string(kind) {
				newest = p
			}
		}
		if newest.State == client.Made {
			return newest, nil
		}
		if time.Now().After(until) {
			return newest, fmt.Errorf("the paper %s is not made after %s", kind, paperPatience)
		}
		if err := pause(ctx, 100*time.Millisecond); err != nil {
			return newest, err
		}
	}
}

// at is the case that is at hand: the filing, or its batch once there is one.
func (t *Tale) at() string {
	if no := t.batchNo(); no != "" {
		return no
	}
	return t.c.No
}

func (t *Tale) papers(ctx context.Context, who *demo.Person) ([]client.Paper, error) {
	list, err := demo.Answer(who.API.ListPapersWithResponse(ctx, t.at()))
	return list.Items, err
}

func pause(ctx context.Context, length time.Duration) error {
	select {
	case <-time.After(length):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (t *Tale) download(ctx context.Context, who *demo.Person, p client.Paper) (string, error) {
	file, err := who.API.DownloadPaperWithResponse(ctx, t.at(), p.Stage, p.Round, p.Kind, &client.DownloadPaperParams{Form: client.Original})
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(file.Body)
	digest := hex.EncodeToString(sum[:])
	if digest != p.Sha256 || int64(len(file.Body)) != p.Size {
		return digest, fmt.Errorf("the downloaded %s is not the registered one: %s and %s", p.Kind, digest, p.Sha256)
	}
	return digest, nil
}

// seal attaches the stamped copy of a paper that waits for its seal (待用印).
func (t *Tale) seal(ctx context.Context, who *demo.Person, kind casework.PaperKind) {
	t.tell(ctx, who, "用印后上传盖章扫描件", func() (string, error) {
		waiting, err := t.made(ctx, who, kind)
		if err != nil {
			return "", err
		}
		if waiting.Seal != client.Awaiting {
			return "", fmt.Errorf("%s does not wait for a seal: %s", waiting.Name, waiting.Seal)
		}
		id, err := t.upload(ctx, who, client.Stamped, waiting.Name+"（盖章扫描件）", "已加盖公章")
		if err != nil {
			return "", err
		}
		document, err := uuid.Parse(string(id))
		if err != nil {
			return "", err
		}
		sealed, err := demo.Answer(who.API.SealPaperWithResponse(ctx, t.at(), waiting.Stage, waiting.Round, waiting.Kind,
			client.Seal{DocumentId: document, Version: waiting.Version}))
		if err != nil {
			return "", err
		}
		if sealed.Seal != client.Sealed {
			return "", fmt.Errorf("%s is not sealed", waiting.Name)
		}
		return "《" + waiting.Name + "》由“待用印”变为“已用印”", nil
	})
}

// upload makes a PDF of the case and uploads it.
func (t *Tale) upload(ctx context.Context, who *demo.Person, purpose client.DocumentPurpose, name string, lines ...string) (filing.DocumentID, error) {
	file, err := exhibit.PDF(name, exhibit.Page{Title: name, Lines: append([]string{t.c.Enterprise.Name, "案号 " + t.at()}, lines...), Signed: "经办人"})
	if err != nil {
		return "", err
	}
	return who.Upload(ctx, purpose, t.at(), file)
}
