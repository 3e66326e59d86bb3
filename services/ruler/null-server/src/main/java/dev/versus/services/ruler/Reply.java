package dev.versus.services.ruler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseStatus;

/** A whole response, encoded once for each way in which the connection may go on: sending it is one copy into a pooled buffer. */
final class Reply {

    private final byte[] kept;
    private final byte[] keptAsAsked;
    private final byte[] closed;

    private Reply(String head, String body) {
        kept = encode(head, Persistence.KEPT, body);
        keptAsAsked = encode(head, Persistence.KEPT_AS_ASKED, body);
        closed = encode(head, Persistence.CLOSED, body);
    }

    private static byte[] encode(String head, Persistence persistence, String body) {
        return (head + persistence.line() + "\r\n" + body).getBytes(UTF_8);
    }

    static Reply text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body);
    }

    static Reply json(int status, String body) {
        return of(status, "application/json", body);
    }

    private static Reply of(int status, String contentType, String body) {
        String head = "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                .formatted(HttpResponseStatus.valueOf(status), contentType, body.getBytes(UTF_8).length);
        return new Reply(head, body);
    }

    /** The response's bytes, in a buffer that the caller owns. */
    ByteBuf bytes(ByteBufAllocator allocator, Persistence persistence) {
        byte[] bytes = switch (persistence) {
            case KEPT -> kept;
            case KEPT_AS_ASKED -> keptAsAsked;
            case CLOSED -> closed;
        };
        return allocator.directBuffer(bytes.length).writeBytes(bytes);
    }
}
