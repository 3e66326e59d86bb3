package dev.versus.gatling;

import dev.versus.workload.Request;

/**
 * One Gatling request of a run, whoever sends it and however often.
 *
 * @param name the line of Gatling's report on which it counts
 * @param keepAlive whether its connection is kept
 * @param url the whole address that it goes to
 */
record Call(String name, Request request, boolean keepAlive, String url) {}
