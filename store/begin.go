package store

import (
	"encoding/json"
	"fmt"
	"time"

	"gorm.io/gorm"
)

// begin commits a case together with the command that begins it. Everything afterwards can be done again from
// these two rows.
func begin(tx *gorm.DB, c Case, input any, command *Command) error {
	if err := c.freeze(input, command.CreatedAt); err != nil {
		return err
	}
	if err := tx.Create(&c).Error; err != nil {
		return err
	}
	command.CaseNo = c.CaseNo
	return tx.Create(command).Error
}

// freeze fixes what the workflow is started with, and where the case's chain of events begins.
func (c *Case) freeze(input any, at time.Time) error {
	raw, err := json.Marshal(input)
	if err != nil {
		return fmt.Errorf("write the input of case %s: %w", c.CaseNo, err)
	}
	c.Input, c.Head, c.OpenedAt = string(raw), Genesis(c.CaseNo), at
	return nil
}
