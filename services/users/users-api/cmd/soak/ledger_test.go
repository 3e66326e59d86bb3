package main

import "testing"

func TestAnAcknowledgedChangeMakesEarlierOnesStale(t *testing.T) {
	ledger := newLedger(100)
	before := ledger.now()
	change := ledger.begin()
	ledger.end(change, true)
	after := ledger.now()
	for _, one := range []struct {
		name     string
		revision int64
		moment   Moment
		want     string
	}{
		{"the old one, asked for before", 100, before, ""},
		{"the new one, asked for before", 101, before, ""},
		{"the old one, asked for after", 100, after, wrongStale},
		{"the new one, asked for after", 101, after, ""},
		{"one that nobody wrote", 102, after, wrongUnknown},
		{"none", 0, after, wrongUnknown},
	} {
		if got := ledger.judge(one.revision, one.moment); got != one.want {
			t.Errorf("%s: %q, want %q", one.name, got, one.want)
		}
	}
}

func TestChangesUnderWayTogetherMayEndInAnyOrder(t *testing.T) {
	ledger := newLedger(100)
	slow, fast := ledger.begin(), ledger.begin()
	ledger.end(fast, true)
	if got := ledger.judge(slow.revision, ledger.now()); got != "" {
		t.Errorf("a change that is still under way was called %q", got)
	}
	ledger.end(slow, true)
	later := ledger.begin()
	ledger.end(later, true)
	for _, revision := range []int64{slow.revision, fast.revision} {
		if got := ledger.judge(revision, ledger.now()); got != wrongStale {
			t.Errorf("revision %d before %d: %q, want %q", revision, later.revision, got, wrongStale)
		}
	}
	if got := ledger.acknowledged(); got != 3 {
		t.Errorf("%d acknowledged, want 3", got)
	}
}

func TestAChangeThatFailedMayHaveHappened(t *testing.T) {
	ledger := newLedger(100)
	ledger.end(ledger.begin(), false)
	for _, revision := range []int64{100, 101} {
		if got := ledger.judge(revision, ledger.now()); got != "" {
			t.Errorf("revision %d: %q", revision, got)
		}
	}
}

func TestARestartBeginsWithRevisionOne(t *testing.T) {
	ledger := newLedger(100)
	ledger.end(ledger.begin(), true)
	acrossTheRestart, late := ledger.now(), ledger.begin()
	ledger.restarted()
	ledger.end(late, true)
	if got := ledger.judge(1, acrossTheRestart); got != "" {
		t.Errorf("revision 1 for a request across the restart: %q", got)
	}
	if got := ledger.judge(1, ledger.now()); got != "" {
		t.Errorf("revision 1 after the restart: %q", got)
	}
	ledger.end(ledger.begin(), true)
	if got := ledger.judge(101, ledger.now()); got != wrongStale {
		t.Errorf("a revision of the killed process: %q, want %q", got, wrongStale)
	}
}
