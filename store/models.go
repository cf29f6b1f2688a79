package store

// Models lists the model of every table that GORM reads or writes. A test holds them against the migrated
// schema, because tables are made by migrations and never by GORM.
func Models() []any {
	return []any{
		&Application{}, &Batch{}, &Case{}, &CaseBatch{}, &CaseEvent{}, &CatalogueEdition{}, &Certificate{}, &Command{}, &Document{}, &Enterprise{}, &Expert{},
		&Filing{}, &FilingOccupation{}, &Message{}, &MonthlySummary{}, &Paper{}, &PasswordAttempts{}, &PersonalRead{}, &ReceiptCopy{}, &ResultRow{}, &ResultRowVersion{}, &ResultSample{},
		&ResultTemplate{}, &Revocation{}, &RollUp{}, &SavedView{}, &Session{}, &Snapshot{},
		&Staff{}, &Statement{}, &Task{}, &User{}, &UserRole{}, &Worksheet{}, &bodyRow{}, &calendarDay{}, &clockPause{}, &competenceRow{},
		&policyParam{}, &regionRow{},
	}
}
