package dev.versus.services.ruler;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;

/** Whether the connection stays open behind an answer, and the header line that says so. */
enum Persistence {
    /** HTTP/1.1 keeps it without a word. */
    KEPT(""),
    /** HTTP/1.0 keeps it if the client asked and the answer agrees. */
    KEPT_AS_ASKED("Connection: keep-alive\r\n"),
    CLOSED("Connection: close\r\n");

    private final String line;

    Persistence(String line) {
        this.line = line;
    }

    /** What a request asks for. A HEAD ends the connection: its refusal carries a body that the client will not read. */
    static Persistence of(HttpRequest request) {
        if (!HttpUtil.isKeepAlive(request) || request.method().equals(HttpMethod.HEAD)) {
            return CLOSED;
        }
        return request.protocolVersion().isKeepAliveDefault() ? KEPT : KEPT_AS_ASKED;
    }

    String line() {
        return line;
    }
}
