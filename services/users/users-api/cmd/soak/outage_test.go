package main

import (
	"testing"
	"time"
)

func TestAnOutageLastsUntilARightAnswerToALaterRequest(t *testing.T) {
	var outages Outages
	start := time.Now()
	if outages.excuse(start, sideAPI, sideData) {
		t.Error("an error without a kill was excused")
	}
	outage := outages.begin(sideData)
	outages.answered(time.Now())
	if !outages.excuse(start, sideAPI, sideData) {
		t.Error("an answer of the process that is being killed ended the outage")
	}
	outage.isGone()
	outages.answered(start)
	if !outages.excuse(time.Now(), sideData) {
		t.Error("an answer to a request from before the kill ended the outage")
	}
	if outages.excuse(time.Now(), sideAPI) {
		t.Error("the kill of one side excused the other")
	}
	during := time.Now()
	time.Sleep(time.Millisecond)
	outages.answered(time.Now())
	<-outage.ended
	if !outages.excuse(during, sideData) {
		t.Error("a request that began in the outage was not excused")
	}
	time.Sleep(time.Millisecond)
	if outages.excuse(time.Now(), sideData) {
		t.Error("a request that began after the outage was excused")
	}
	if outages.longest() <= 0 {
		t.Error("the outage took no time")
	}
}
