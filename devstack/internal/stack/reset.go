package stack

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Reset drops the data folder of a stack that does not run.
func Reset(data string) error {
	s, err := settings(data)
	if err != nil {
		return err
	}
	if _, err := os.Stat(s.Data); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	lock, err := lockFolder(s.Data)
	if err != nil {
		return err
	}
	defer func() { _ = lock.Close() }()
	account, err := postgresAccount()
	if err == nil {
		// Where Postgres keeps its files outside, that folder goes too.
		if folder := s.postgresFolder(account); filepath.Dir(folder) != s.Data {
			if err := os.RemoveAll(filepath.Dir(folder)); err != nil {
				return fmt.Errorf("drop the data of Postgres: %w", err)
			}
		}
	}
	if err := os.RemoveAll(s.Data); err != nil {
		return fmt.Errorf("drop the data folder: %w", err)
	}
	return nil
}
