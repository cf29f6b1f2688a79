package activities

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"go.temporal.io/sdk/activity"

	"jiangxin/contract"
	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/domain/policy"
	"jiangxin/evidence"
	"jiangxin/paper"
	"jiangxin/store"
	"jiangxin/vault"
)

// How a maker works: so many certificates in one transaction, and the pause before it looks again at what another
// maker holds (settings).
const (
	makeChunk = 10
	makeWait  = time.Second
)

// Issuer makes the PDFs of certificates (证书) and keeps them.
type Issuer struct {
	Store     *store.Store
	Evidence  *evidence.Store
	Keys      *vault.Keyring
	PublicURL string // as browsers reach the product, without a slash at its end; QR codes hold it
	// Render makes the PDF; nil means paper.Render. Another one stands in for a renderer that fails.
	Render func(paper.Document) ([]byte, paper.Warnings, error)
	// Photos opens the photos of a batch; nil means the zip that was handed in.
	Photos func(context.Context, store.Batch) (Photos, error)
}

// Photos gives the photos of a batch by the names that its rows hold.
type Photos interface {
	Photo(name string) ([]byte, error)
}

// MakeCertificates works until no certificate of the case lacks its PDF, heartbeats, and keeps its progress in the
// rows. Several may run side by side, and each again: a row is locked by one of them at a time, a PDF is built from
// the register alone, and equal bytes are stored once. A certificate that cannot be made holds up no other; after
// all were tried its error is given. No failure here undoes an issue.
func (i *Issuer) MakeCertificates(ctx context.Context, in contract.EffectRequest) (contract.EffectResult, error) {
	m, err := i.maker(ctx, in.CaseNo)
	for err == nil {
		if err = m.pass(ctx); err != nil {
			break
		}
		var left bool
		if left, err = i.Store.UnmadeCertificates(ctx, in.CaseNo); err == nil && !left {
			return contract.EffectResult{}, nil
		}
		m.alive(ctx)
		select {
		case <-ctx.Done():
			err = ctx.Err()
		case <-time.After(makeWait):
		}
	}
	slog.WarnContext(ctx, "certificates are not made", "case", in.CaseNo, "effect", in.ID, "code", fault.CodeOf(err), "lacks", pointers(err))
	return contract.EffectResult{}, leaving(nameless(err))
}

// maker is one execution: what all certificates of the batch have in common.
type maker struct {
	*Issuer
	batch    store.Batch
	key      vault.CaseKey
	photos   Photos
	years    int // of retention
	settings certification.Settings
	handled  int
}

func (i *Issuer) maker(ctx context.Context, caseNo string) (*maker, error) {
	of, err := i.Store.Case(ctx, caseNo)
	if err != nil {
		return nil, err
	}
	m := &maker{Issuer: i}
	if m.batch, err = i.Store.Batch(ctx, caseNo); err != nil {
		return nil, err
	}
	if m.key, err = i.Keys.OpenCaseKey(caseNo, of.KeyWrapped); err != nil {
		return nil, err
	}
	reference, err := i.Store.Reference(ctx)
	if err != nil {
		return nil, err
	}
	edition, err := reference.Policy.Edition(of.Policy)
	if err != nil {
		return nil, err
	}
	if m.years, err = edition.Int(policy.RetentionElectronic); err != nil {
		return nil, err
	}
	if m.settings, err = certification.SettingsOf(edition); err != nil {
		return nil, err
	}
	open := i.Photos
	if open == nil {
		open = i.zippedPhotos
	}
	m.photos, err = open(ctx, m.batch)
	return m, err
}

// pass tries every certificate once that no other maker holds.
func (m *maker) pass(ctx context.Context) error {
	var problems []error
	for after := ""; ; {
		last, err := m.Store.MakeCertificates(ctx, m.batch.BatchNo, after, makeChunk, func(rows []store.Unmade) ([]store.Made, error) {
			return m.produce(ctx, rows)
		})
		if err != nil {
			problems = append(problems, err)
		}
		if last == "" || ctx.Err() != nil {
			return errors.Join(append(problems[:min(len(problems), 1)], ctx.Err())...)
		}
		after = last
	}
}

func (m *maker) produce(ctx context.Context, rows []store.Unmade) ([]store.Made, error) {
	made := make([]store.Made, 0, len(rows))
	var first error
	for _, row := range rows {
		m.alive(ctx)
		one, err := m.one(ctx, row)
		if err != nil {
			first = errors.Join(first, err)
			continue
		}
		made = append(made, one)
	}
	return made, first
}

// alive says to Temporal that this maker works.
func (m *maker) alive(ctx context.Context) {
	m.handled++
	if activity.IsActivity(ctx) {
		activity.RecordHeartbeat(ctx, m.handled)
	}
}

func (m *maker) one(ctx context.Context, row store.Unmade) (store.Made, error) {
	document, err := m.document(row)
	if err != nil {
		return store.Made{}, err
	}
	render := m.Render
	if render == nil {
		render = paper.Render
	}
	pdf, warnings, err := render(document)
	if err != nil {
		return store.Made{}, nameless(err)
	}
	for range warnings {
		slog.WarnContext(ctx, "a character is not in the fonts", "certificate", row.Number)
	}
	until := row.IssuedOn.AddYears(m.years).End().UTC().Truncate(time.Second)
	kept, err := m.Evidence.PutSealedOnce(ctx, evidence.CertificateKey(row.BatchNo, row.Number), m.key, pdf, evidence.PDF, until)
	return store.Made{Number: row.Number, Key: kept.Key, Version: kept.VersionID, Size: kept.Size, LockedUntil: until}, err
}
