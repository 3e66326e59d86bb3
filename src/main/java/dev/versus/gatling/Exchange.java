package dev.versus.gatling;

import dev.versus.measurement.FirstAnswer;
import dev.versus.measurement.Response;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.TimeoutException;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer: counts and times the answer for the virtual user while its parts arrive, and then shows each part to Gatling.
 * No part of a body is kept.
 */
final class Exchange implements HttpListener {

    private static final AttributeKey<AnswerGuard> GUARD = AttributeKey.valueOf("versus.guard");

    private final VirtualUser user;
    private final HttpListener gatling;
    private boolean expectsContinue;
    private boolean written;
    private boolean begun;
    private boolean done;
    private int status;
    private long length;
    private @Nullable String location;
    private @Nullable CRC32C checksum;

    Exchange(VirtualUser user, HttpListener gatling) {
        this.user = user;
        this.gatling = gatling;
    }

    @Override
    public void onFinalClientRequest(Request request) {
        expectsContinue = request.getHeaders().contains(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE, true);
        gatling.onFinalClientRequest(request);
    }

    @Override
    public void onSend() {
        gatling.onSend();
    }

    @Override
    public void onProtocolAwareness(boolean isHttp2) {
        gatling.onProtocolAwareness(isHttp2);
    }

    @Override
    public void onWrite(Channel connection) {
        written = true;
        AnswerGuard guard = connection.attr(GUARD).get();
        if (guard == null) {
            guard = AnswerGuard.on(connection);
            connection.attr(GUARD).set(guard);
            user.connected();
        }
        guard.begins(expectsContinue);
        gatling.onWrite(connection);
    }

    @Override
    public void onHttpResponse(HttpResponseStatus answered, HttpHeaders headers) {
        begun = true;
        status = answered.code();
        if (Response.isExpected(status) && user.wantsMore()) {
            checksum = new CRC32C();
            location = headers.get(HttpHeaderNames.LOCATION);
        }
        gatling.onHttpResponse(answered, headers);
    }

    @Override
    public void onHttpResponseBodyChunk(ByteBuf chunk, boolean last) {
        length += chunk.readableBytes();
        CRC32C sum = checksum;
        if (sum != null) {
            sum.update(chunk.nioBuffer());
        }
        if (last) {
            done = true;
            if (sum != null) {
                user.first(FirstAnswer.of(sum.getValue(), status, location));
            }
            user.responded(status, length);
        }
        gatling.onHttpResponseBodyChunk(chunk, last);
    }

    /** Ends the exchange; a second end, such as the time-out of a request that failed, would be taken for that of the next request. */
    @Override
    public void onThrowable(Throwable cause) {
        if (done) {
            return;
        }
        done = true;
        if (written && (begun || isOfContent(cause))) {
            user.malformed();
        }
        gatling.onThrowable(cause);
    }

    private static boolean isOfContent(Throwable cause) {
        return cause instanceof ProtocolException
                || !(cause instanceof IOException || cause instanceof TimeoutException);
    }
}
