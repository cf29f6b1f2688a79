package demo

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/google/uuid"

	"jiangxin/demo/client"
	"jiangxin/demo/exhibit"
	"jiangxin/domain/filing"
)

// Upload sends a file and has it checked. The error of a rejected one says why. caseNo is empty before there
// is a case.
func (p *Person) Upload(ctx context.Context, purpose client.DocumentPurpose, caseNo string, file exhibit.File) (filing.DocumentID, error) {
	sum := sha256.Sum256(file.Body)
	begun, err := p.API.BeginUploadWithResponse(ctx, client.NewDocument{
		Purpose: purpose, Name: file.Name, Size: int64(len(file.Body)), Sha256: hex.EncodeToString(sum[:]), CaseNo: caseNo,
	})
	if err != nil {
		return "", fmt.Errorf("announce %s: %w", file.Name, err)
	}
	if begun.JSON201 == nil {
		return "", fmt.Errorf("announce %s: %s", file.Name, begun.Status())
	}
	id, err := uuid.Parse(begun.JSON201.Document.Id)
	if err != nil {
		return "", fmt.Errorf("announce %s: %w", file.Name, err)
	}
	if err := p.send(ctx, id, begun.JSON201.Upload, file.Body); err != nil {
		return "", fmt.Errorf("send %s: %w", file.Name, err)
	}
	done, err := Answer(p.API.CompleteUploadWithResponse(ctx, id))
	if err != nil {
		return "", fmt.Errorf("complete %s: %w", file.Name, err)
	}
	if done.State != client.Accepted {
		return "", fmt.Errorf("%s is %s: %s", file.Name, done.State, done.Problem.Message)
	}
	return filing.DocumentID(done.Id), nil
}

// send puts the bytes where the plan says, and asks for fresh addresses while the store does not take them.
func (p *Person) send(ctx context.Context, id uuid.UUID, plan client.Upload, body []byte) error {
	until, wait := time.Now().Add(p.world.Patience), firstWait
	for {
		err := put(ctx, plan, body)
		if err == nil || time.Now().After(until) || ctx.Err() != nil {
			return err
		}
		if err := rest(ctx, wait); err != nil {
			return err
		}
		wait = min(2*wait, longWait)
		fresh, err := Answer(p.API.ResumeUploadWithResponse(ctx, id))
		if err != nil {
			return err
		}
		plan = fresh.Upload
	}
}

// put sends the whole file, or those of its parts that are not there yet.
func put(ctx context.Context, plan client.Upload, body []byte) error {
	if plan.Url != "" {
		return putOne(ctx, plan, plan.Url, body)
	}
	var from int64
	for _, part := range plan.Parts {
		if !part.Done {
			if err := putOne(ctx, plan, part.Url, body[from:from+part.Size]); err != nil {
				return err
			}
		}
		from += part.Size
	}
	return nil
}

func putOne(ctx context.Context, plan client.Upload, address string, body []byte) error {
	request, err := http.NewRequestWithContext(ctx, plan.Method, address, bytes.NewReader(body))
	if err != nil {
		return err
	}
	for name, value := range plan.Headers {
		request.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	said, err := io.ReadAll(io.LimitReader(response.Body, 500))
	if err == nil && response.StatusCode >= http.StatusBadRequest {
		err = fmt.Errorf("the file store answered %s: %s", response.Status, said)
	}
	return err
}
