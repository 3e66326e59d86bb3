package dev.versus.gatling;

import dev.versus.workload.Request;

/** What distinguishes one Gatling request of a scenario from another: all but its target. */
record Sending(Request request, boolean keepAlive) {}
