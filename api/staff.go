package api

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/google/uuid"

	"jiangxin/domain/fault"
	"jiangxin/domain/filing"
	"jiangxin/domain/identity"
	"jiangxin/store"
)

// idNumber names the sealed column and its digest in the vault.
const idNumber = "staff.id_number"

func asFault(err error) (*fault.Error, bool) {
	var f *fault.Error
	ok := errors.As(err, &f)
	return f, ok
}

// GetStaff shows the staff lists with ID numbers masked.
func (s *Server) GetStaff(ctx context.Context, in GetStaffRequestObject) (GetStaffResponseObject, error) {
	a, err := s.visibleApplication(ctx, in.ApplicationId)
	if err != nil {
		return nil, err
	}
	rows, err := s.store.StaffOf(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	list, err := showStaff(a, rows, func(row store.Staff) (string, error) { return row.IDNumberMasked, nil })
	return GetStaff200JSONResponse(list), err
}

// RevealStaff shows the ID numbers in full, after the reading is recorded with its reason.
func (s *Server) RevealStaff(ctx context.Context, in RevealStaffRequestObject) (RevealStaffResponseObject, error) {
	a, err := s.visibleApplication(ctx, in.ApplicationId)
	if err != nil {
		return nil, err
	}
	if err := s.recordReading(ctx, "staff/"+a.ID.String()+"/id_number", in.Body.Reason); err != nil {
		return nil, err
	}
	rows, err := s.store.StaffOf(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	list, err := showStaff(a, rows, func(row store.Staff) (string, error) { return s.openIDNumber(a.ID, row) })
	return RevealStaff200JSONResponse(list), err
}

// recordReading keeps who reads what personal data, and bounds how much one person reads.
func (s *Server) recordReading(ctx context.Context, subject, reason string) error {
	caller := CallerOf(ctx)
	if err := s.readings.allow(caller.ID.String(), s.now()); err != nil {
		return err
	}
	return s.store.RecordReading(ctx, store.PersonalRead{
		UserID: caller.ID, Subject: subject, Reason: reason, Request: RequestOf(ctx), At: s.now(),
	})
}

func (s *Server) openIDNumber(application uuid.UUID, row store.Staff) (string, error) {
	plain, err := s.keys.Open(idNumber, application.String(), row.IDNumberSealed)
	return string(plain), err
}

func showStaff(a store.Application, rows []store.Staff, number func(store.Staff) (string, error)) (StaffList, error) {
	list := StaffList{Version: a.Version, Rows: []StaffRow{}}
	for _, row := range rows {
		var details filing.StaffDetails
		if err := json.Unmarshal([]byte(row.Details), &details); err != nil {
			return list, err
		}
		shown, err := number(row)
		if err != nil {
			return list, err
		}
		list.Rows = append(list.Rows, staffRow(details, shown))
	}
	return list, nil
}

func staffRow(details filing.StaffDetails, number string) StaffRow {
	return StaffRow{
		Kind: StaffRowKind(details.Kind), Name: details.Name, IdNumber: number, Position: details.Position, Title: details.Title,
		Occupation: details.Occupation, Level: details.Level, CardNo: details.CardNo, ValidThrough: details.ValidThrough,
		Employment: StaffRowEmployment(details.Employment),
	}
}

// ReplaceStaff replaces the staff lists. A row that sends the masked number back keeps the stored one.
func (s *Server) ReplaceStaff(ctx context.Context, in ReplaceStaffRequestObject) (ReplaceStaffResponseObject, error) {
	a, err := s.ownApplication(ctx, in.ApplicationId)
	if err != nil {
		return nil, err
	}
	limit, err := s.staffLimit(ctx)
	if err != nil {
		return nil, err
	}
	entered := make([]filing.Staff, 0, min(len(in.Body.Rows), limit+1))
	for _, row := range in.Body.Rows {
		entered = append(entered, staffOf(row))
	}
	if len(entered) <= limit {
		if err := s.keepMasked(ctx, a, entered); err != nil {
			return nil, err
		}
	}
	if wrong := filing.ValidateStaff(entered, limit, s.today()); len(wrong) > 0 {
		return nil, staffProblem(wrong)
	}
	rows, err := s.sealStaff(a.ID, entered)
	if err != nil {
		return nil, err
	}
	now := s.now()
	if err := s.store.ReplaceStaff(ctx, a.ID, in.Body.Version, rows, now); err != nil {
		return nil, err
	}
	return ReplaceStaff200JSONResponse{Version: in.Body.Version + 1, SavedAt: now}, nil
}

func staffOf(row StaffRow) filing.Staff {
	return filing.Staff{IDNumber: row.IdNumber, StaffDetails: filing.StaffDetails{
		Kind: filing.StaffKind(row.Kind), Name: row.Name, Position: row.Position, Title: row.Title, Occupation: row.Occupation,
		Level: row.Level, CardNo: row.CardNo, ValidThrough: row.ValidThrough, Employment: filing.Employment(row.Employment),
	}}
}

// staffProblem points into the request's rows and keeps the first hundred wrong fields.
func staffProblem(wrong []fault.Field) error {
	e := fault.New(fault.Invalid, "人员名单有误，请按提示逐行修改", "Some rows of the staff lists are wrong; correct them as marked")
	for _, f := range wrong {
		add(e, "/rows"+f.Pointer[len("/staff"):], f.Code, f.Text.ZH, f.Text.EN)
	}
	return e
}

// keepMasked puts the stored numbers in place of masked ones: same list, same name, same masked form.
func (s *Server) keepMasked(ctx context.Context, a store.Application, entered []filing.Staff) error {
	stored, err := s.store.StaffOf(ctx, a.ID)
	if err != nil {
		return err
	}
	type key struct{ kind, name, masked string }
	known := map[key]store.Staff{}
	for _, row := range stored {
		known[key{row.Kind, row.Name, row.IDNumberMasked}] = row
	}
	for i, row := range entered {
		if kept, found := known[key{string(row.Kind), row.Name, row.IDNumber}]; found {
			if entered[i].IDNumber, err = s.openIDNumber(a.ID, kept); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Server) sealStaff(application uuid.UUID, entered []filing.Staff) ([]store.Staff, error) {
	rows := make([]store.Staff, 0, len(entered))
	for i, row := range entered {
		id, err := identity.ParseResidentID(row.IDNumber)
		if err != nil {
			return nil, err
		}
		details, err := json.Marshal(row.StaffDetails)
		if err != nil {
			return nil, err
		}
		rows = append(rows, store.Staff{
			ApplicationID: application, Kind: string(row.Kind), Ordinal: i + 1, Name: row.Name, IDNumberMasked: id.Masked(),
			IDNumberSealed: s.keys.Seal(idNumber, application.String(), []byte(id.Reveal())),
			IDNumberDigest: []byte(s.digester.Digest(idNumber, id.Reveal())), Details: string(details),
		})
	}
	return rows, nil
}

// readStaff gives the stored rows as the clerk entered them, numbers in full, for checks that show none.
func (s *Server) readStaff(ctx context.Context, a store.Application) ([]filing.Staff, error) {
	rows, err := s.store.StaffOf(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	staff := make([]filing.Staff, 0, len(rows))
	for _, row := range rows {
		var one filing.Staff
		if err := json.Unmarshal([]byte(row.Details), &one.StaffDetails); err != nil {
			return nil, err
		}
		if one.IDNumber, err = s.openIDNumber(a.ID, row); err != nil {
			return nil, err
		}
		staff = append(staff, one)
	}
	return staff, nil
}
