package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

func (c *Command) backupCommand() *cobra.Command {
	var database string
	var check, restore bool
	cmd := &cobra.Command{
		Use:   "backup [flags] FILE",
		Short: "Copy the database of reviews to a file, while it is in use",
		Long: `Backup copies all stories, runs, decisions and accounts to a new SQLite file, as
they are at one moment, while reviewers go on. The copy is checked before it gets
its name: the file itself, and the chain of hashes of every log. The same file
restores a review: concord serve --database FILE opens it, and --restore copies
it into another database, which must be empty.`,
		Example: `  concord backup monday.db
  concord backup --check monday.db
  concord backup --restore --database postgres://desk@db.example.org/concord monday.db`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("concord backup: give one file, got %d", len(args))
			}
			if check && restore {
				return usagef("concord backup: --check or --restore, not both")
			}
			ctx, stop := interruptible()
			defer stop()
			switch {
			case check:
				return c.checkBackup(ctx, args[0])
			case restore:
				return c.restoreBackup(ctx, args[0], database)
			}
			return c.backup(ctx, database, args[0])
		},
	}
	addDatabase(cmd.Flags(), &database)
	cmd.Flags().BoolVar(&check, "check", false, "check a backup that is there")
	cmd.Flags().BoolVar(&restore, "restore", false, "copy the backup into the database")
	return cmd
}

func (c *Command) backup(ctx context.Context, database, file string) error {
	db, err := existing(ctx, database)
	if err != nil {
		return err
	}
	defer db.Close()
	n, err := db.Backup(ctx, file)
	if err != nil {
		return fmt.Errorf("backup of %s: %w", store.Shown(database), err)
	}
	return c.tell(file, n)
}

// existing opens a database that is there already: a command that copies or
// changes one does not make it.
func existing(ctx context.Context, database string) (*store.Store, error) {
	if !store.IsPostgres(database) {
		if _, err := os.Stat(database); err != nil {
			return nil, fmt.Errorf("database: %w", err)
		}
	}
	return store.Open(ctx, database)
}

func (c *Command) tell(file string, n store.Counts) error {
	_, err := fmt.Fprintf(c.Stdout, "%s: whole; %d stories, %d runs, %d findings, %d events, %d people\n", store.Shown(file), n.Stories, n.Runs, n.Cases, n.Events, n.People)
	return err
}

func (c *Command) checkBackup(ctx context.Context, file string) error {
	n, err := store.Check(ctx, file)
	if err != nil {
		return err
	}
	return c.tell(file, n)
}

func (c *Command) restoreBackup(ctx context.Context, file, database string) error {
	if _, err := store.Check(ctx, file); err != nil {
		return err
	}
	from, err := store.Open(ctx, file)
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := store.Open(ctx, database)
	if err != nil {
		return err
	}
	defer to.Close()
	if err := store.Copy(ctx, to, from); err != nil {
		return fmt.Errorf("restoring into %s: %w", store.Shown(database), err)
	}
	n, err := to.Verify(ctx)
	if err != nil {
		return err
	}
	return c.tell(database, n)
}

func (c *Command) accountCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "account",
		Short: "Accounts of a review that others reach",
		Long: `Account keeps the accounts that concord serve asks for where it listens beyond
this machine. Passwords are read from standard input, hashed with Argon2id and
never printed. A change ends the sessions of the account.`,
		RunE: group,
	}
	cmd.AddCommand(c.accountAdd(), c.accountSet(), c.accountList())
	for _, sub := range cmd.Commands() {
		sub.DisableFlagsInUseLine = true
	}
	return cmd
}

// roleNames lists the roles as words.
func roleNames() []string {
	var out []string
	for _, r := range review.Roles() {
		out = append(out, string(r))
	}
	return out
}

func oneName(cmd *cobra.Command, args []string) (string, error) {
	if len(args) != 1 {
		return "", usagef("%s: give one name, got %d", cmd.CommandPath(), len(args))
	}
	return args[0], nil
}

func (c *Command) accountAdd() *cobra.Command {
	var database string
	role := newChoice(string(review.Checker), roleNames()...)
	cmd := &cobra.Command{
		Use:     "add [flags] NAME",
		Short:   "Add an account; its password comes from standard input",
		Example: `  concord account add --role editor "Cleo Tanner"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			name, err := oneName(cmd, args)
			if err != nil {
				return err
			}
			db, err := store.Open(cmd.Context(), database)
			if err != nil {
				return err
			}
			defer db.Close()
			password, err := c.readPassword()
			if err != nil {
				return err
			}
			p, err := review.NewAccounts(db, nil).Add(cmd.Context(), name, review.Role(role.value), password)
			if err == nil {
				fmt.Fprintf(c.Stdout, "%s, %s\n", p.Name, p.Role)
			}
			return err
		},
	}
	addDatabase(cmd.Flags(), &database)
	cmd.Flags().Var(role, "role", "what the account may do")
	return cmd
}

func (c *Command) accountSet() *cobra.Command {
	var database, role string
	var password, disable, enable bool
	cmd := &cobra.Command{
		Use:     "set [flags] NAME",
		Short:   "Change the role or password of an account, or whether it may sign in",
		Example: `  concord account set --disable "Bo Marsh"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			name, err := oneName(cmd, args)
			if err != nil {
				return err
			}
			if role != "" && !slices.Contains(roleNames(), role) {
				return usagef("concord account set: --role %s; legal: %s", role, strings.Join(roleNames(), ", "))
			}
			if disable == enable && (disable || role == "" && !password) {
				return usagef("concord account set: say what to change: --role, --password, --disable or --enable")
			}
			db, err := existing(cmd.Context(), database)
			if err != nil {
				return err
			}
			defer db.Close()
			return c.setAccount(cmd.Context(), db, accountChange{name, role, password, disable, enable})
		},
	}
	addDatabase(cmd.Flags(), &database)
	f := cmd.Flags()
	f.StringVar(&role, "role", "", "checker or editor")
	f.BoolVar(&password, "password", false, "read a new password from standard input")
	f.BoolVar(&disable, "disable", false, "the account may not sign in")
	f.BoolVar(&enable, "enable", false, "the account may sign in again")
	return cmd
}

// accountChange is what account set changes.
type accountChange struct {
	name, role                string
	password, disable, enable bool
}

func (c *Command) setAccount(ctx context.Context, db *store.Store, a accountChange) (err error) {
	word := ""
	if a.password {
		if word, err = c.readPassword(); err != nil {
			return err
		}
	}
	var p store.Person
	err = db.View(ctx, func(tx *store.Tx) error {
		p, err = tx.PersonNamed(a.name)
		return err
	})
	if errors.Is(err, store.ErrNone) {
		return fmt.Errorf("there is no account %q", a.name)
	}
	if err != nil {
		return err
	}
	return review.NewAccounts(db, nil).Set(ctx, a.name, review.Role(a.role), word, a.disable || p.Disabled && !a.enable)
}

func (c *Command) accountList() *cobra.Command {
	var database string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the accounts",
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			db, err := existing(cmd.Context(), database)
			if err != nil {
				return err
			}
			defer db.Close()
			return db.View(cmd.Context(), func(tx *store.Tx) error {
				list, err := tx.People()
				for _, p := range list {
					state := ""
					if p.Disabled {
						state = ", may not sign in"
					} else if p.Password == "" {
						state = ", without a password"
					}
					fmt.Fprintf(c.Stdout, "%s, %s%s\n", p.Name, p.Role, state)
				}
				return err
			})
		},
	}
	addDatabase(cmd.Flags(), &database)
	return cmd
}

// readPassword reads one line, without showing it on a terminal.
func (c *Command) readPassword() (string, error) {
	if f, ok := c.Stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprint(c.Stderr, "Password: ")
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(c.Stderr)
		return string(b), err
	}
	line, err := bufio.NewReader(io.LimitReader(c.Stdin, 4096)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("password: %w", err)
	}
	return strings.TrimRight(line, "\r\n"), nil
}
