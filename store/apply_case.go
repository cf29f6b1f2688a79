package store

import (
	"jiangxin/contract"
	"jiangxin/domain/casework"
	"jiangxin/domain/certification"
	"jiangxin/domain/civil"
	"jiangxin/domain/filing"
)

// applier turns one event into rows. A new procedure adds appliers and bends none.
type applier func(b *recording, e contract.Event) error

var appliers = map[casework.EventType]applier{
	casework.Opened:           applyOpened,
	casework.StageEntered:     applyStageEntered,
	casework.TaskOpened:       applyTaskOpened,
	casework.Decided:          applyDecided,
	casework.TaskVoided:       applyTaskVoided,
	casework.TaskReassigned:   applyTaskReassigned,
	casework.TaskExtended:     applyTaskExtended,
	casework.ActTaken:         applyActTaken,
	casework.PaperDue:         applyPaperDue,
	casework.PaperMade:        applyPaperMade,
	casework.EffectSkipped:    applyEffectSkipped,
	casework.Withdrawn:        applyOperation,
	casework.Reopened:         applyOperation,
	casework.Corrected:        applyCorrected,
	casework.CaseClosed:       applyCaseClosed,
	filing.ReceiptIssued:      applyReceiptIssued,
	filing.CataloguePublished: applyCataloguePublished,
	filing.ReminderDue:        applyReminderDue,
	filing.Lapsed:             applyLapsed,

	certification.ResultsSubmitted:   applyResultsSubmitted,
	certification.ResultsAudited:     applyResultsAudited,
	certification.CertificatesIssued: applyCertificatesIssued,
	certification.CertificateRevoked: applyCertificateRevoked,
	certification.SummaryReported:    applySummaryReported,
	certification.SummaryAccepted:    applySummaryAccepted,
}

// run applies, where there is something to apply.
func (a applier) run(b *recording, e contract.Event) error {
	if a == nil {
		return nil
	}
	return a(b, e)
}

func applyOpened(b *recording, e contract.Event) error {
	at := instant(e)
	b.c.StartedAt = &at
	if e.Command == "" {
		return nil
	}
	command, err := finishCommand(b.tx, e.Command, e.Seq, at)
	if err != nil {
		return err
	}
	return freezeSnapshot(b.tx, b.c.CaseNo, command, at)
}

// applyStageEntered moves the case and lets the city's clock stand or run.
func applyStageEntered(b *recording, e contract.Event) error {
	data, err := read[contract.StageData](e)
	if err != nil {
		return err
	}
	b.c.Stage, b.c.Round = data.Stage, data.Round
	if err := turnClock(b, e, data.Pause); err != nil {
		return err
	}
	return procedures[b.c.Procedure].entered.run(b, e)
}

func applyCaseClosed(b *recording, e contract.Event) error {
	data, err := read[contract.ClosedData](e)
	if err != nil {
		return err
	}
	at := instant(e)
	b.c.Outcome, b.c.ClosedAt = data.Outcome, &at
	if err := turnClock(b, e, ""); err != nil {
		return err
	}
	of := procedures[b.c.Procedure]
	if of.finished != "" {
		b.c.Stage = of.finished
	}
	return of.closed.run(b, e)
}

// applyOperation records who led the case where; the tasks fall away by events of their own.
func applyOperation(b *recording, e contract.Event) error { return state(b, e, "") }

func applyCorrected(b *recording, e contract.Event) error {
	data, err := read[contract.OperationData](e)
	if err != nil {
		return err
	}
	switch data.Fact {
	case contract.FactCompetent:
		b.c.Competent = data.Value
	case contract.FactBureau:
		b.c.Bureau = data.Value
	}
	return state(b, e, "")
}

func applyActTaken(b *recording, e contract.Event) error {
	return procedures[b.c.Procedure].acted.run(b, e)
}

// turnClock stops or restarts the city's statutory clock on the day of the event; one reason follows another.
func turnClock(b *recording, e contract.Event, reason string) error {
	day := civil.Of(e.At)
	if err := b.tx.Exec(`UPDATE clock_pauses SET resumed_on = ? WHERE case_no = ? AND resumed_on IS NULL AND reason <> ?`,
		day, b.c.CaseNo, reason).Error; err != nil || reason == "" {
		return err
	}
	return b.tx.Exec(`INSERT INTO clock_pauses (case_no, paused_on, seq, reason)
		SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM clock_pauses WHERE case_no = ? AND resumed_on IS NULL)`,
		b.c.CaseNo, day, e.Seq, reason, b.c.CaseNo).Error
}
