package dev.versus.gatling;

import dev.versus.workload.Request;

/**
 * One kind of Gatling request; any virtual user may send it any number of times.
 *
 * @param name the request name under which Gatling reports it
 * @param keepAlive whether its connection is kept for further requests
 * @param url the whole address that it is sent to
 */
record Call(String name, Request request, boolean keepAlive, String url) {}
