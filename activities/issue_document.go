package activities

import (
	"context"

	"jiangxin/domain/certification"
	"jiangxin/domain/fault"
	"jiangxin/domain/occupation"
	"jiangxin/evidence"
	"jiangxin/paper"
	"jiangxin/store"
	"jiangxin/workbook"
)

// document builds the certificate from the register: every time on it comes from there.
func (m *maker) document(row store.Unmade) (*paper.Certificate, error) {
	number, err := store.OpenResultNumber(m.Keys, row.BatchNo, row.IDSealed)
	if err != nil {
		return nil, err
	}
	photo, err := m.photos.Photo(row.Photo)
	if err != nil {
		return nil, err
	}
	return &paper.Certificate{
		Head: paper.Head{
			Number: row.Number, CaseNumber: row.BatchNo, Issuer: row.EnterpriseName, IssuedOn: row.IssuedOn.String(), PrintedAt: row.IssuedAt,
		},
		Name: row.Name, IDKind: certification.IDKind(row.IDKind).Name().ZH, IDNumber: number,
		Occupation: row.OccupationName, WorkType: row.WorkType, Level: occupation.LevelCode(row.Level).Text().ZH,
		Text: m.settings.CertificateText, VerifyURL: m.PublicURL + "/verify/" + row.Token, QueryURL: m.settings.CertificateQuery, InstitutionURL: m.settings.InstitutionQuery,
		Photo: photo,
	}, nil
}

// photoLimits bound what a maker reads: the photos were held against the settings when they were handed in.
var photoLimits = workbook.PhotoLimits{
	Photos: 200_000, Bytes: paper.PhotoBytes, Whole: 64 << 30, MinWidth: 1, MinHeight: 1, MaxWidth: 20_000, MaxHeight: 20_000,
}

// zip is the zip of photos that was handed in.
type zip struct{ photos *workbook.Photos }

// Photo reads one photo.
func (z zip) Photo(name string) ([]byte, error) {
	_, content, err := z.photos.Read(name)
	return content, err
}

func (i *Issuer) zippedPhotos(ctx context.Context, batch store.Batch) (Photos, error) {
	if batch.Photos == nil {
		return nil, fault.New(fault.Invalid, "批次没有照片压缩包，无法制证", "The batch has no photos; its certificates cannot be made")
	}
	d, err := i.Store.Document(ctx, *batch.Photos)
	if err != nil {
		return nil, err
	}
	key, err := i.Keys.OpenCaseKey(d.KeyName(), d.KeyWrapped)
	if err != nil {
		return nil, err
	}
	plain, size, err := i.Evidence.OpenSealedAt(ctx, evidence.Ref{Key: d.ObjectKey, VersionID: d.ObjectVersion}, key)
	if err != nil {
		return nil, err
	}
	photos, err := workbook.OpenPhotos(plain, size, photoLimits)
	return zip{photos}, err
}
