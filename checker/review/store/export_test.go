package store

import "context"

// Pragma sets something of the connection that writes, for tests of full disks.
func (s *Store) Pragma(ctx context.Context, pragma string) error {
	_, err := s.write.ExecContext(ctx, pragma)
	return err
}

// OpenAt opens a database with the first steps of the schema alone.
func OpenAt(ctx context.Context, name string, version int) (*Store, error) {
	s, err := connect(name)
	if err != nil {
		return nil, err
	}
	return s, s.migrateTo(ctx, version)
}

// SetVersion writes the number of steps done.
func (s *Store) SetVersion(ctx context.Context, n int) error {
	return s.Update(ctx, func(t *Tx) error { return t.exec("UPDATE meta SET value = ? WHERE name = 'version'", n) })
}
