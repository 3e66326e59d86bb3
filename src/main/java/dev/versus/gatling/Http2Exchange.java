package dev.versus.gatling;

import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.client.impl.RequestTimeout;
import io.gatling.http.client.impl.request.WritableRequestBuilder;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.util.concurrent.Future;
import java.nio.channels.ClosedChannelException;

/** One request and its answer over a stream of HTTP/2, as a handler at the end of the stream's pipeline. */
final class Http2Exchange extends SimpleChannelInboundHandler<HttpObject> {

    private final Request request;
    private final HttpListener listener;
    private final RequestTimeout timeout;
    private boolean ended;

    Http2Exchange(Request request, HttpListener listener, RequestTimeout timeout) {
        this.request = request;
        this.listener = listener;
        this.timeout = timeout;
    }

    Request request() {
        return request;
    }

    HttpListener listener() {
        return listener;
    }

    /** Tells whether the exchange has ended, or its time. */
    boolean isOver() {
        return ended || timeout.isDone();
    }

    /** Sends the request over a stream of its own, unless its time is up. */
    void sendOver(Channel connection) {
        if (isOver()) {
            return;
        }
        new Http2StreamChannelBootstrap(connection)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel stream) {
                        stream.pipeline()
                                .addLast(new Http2StreamFrameToHttpObjectCodec(false))
                                .addLast(new ChunkedWriteHandler())
                                .addLast(Http2Exchange.this);
                    }
                })
                .open()
                .addListener((Future<Http2StreamChannel> opened) -> {
                    if (opened.isSuccess()) {
                        write(opened.getNow());
                    } else {
                        fail(opened.cause());
                    }
                });
    }

    private void write(Http2StreamChannel stream) {
        try {
            timeout.setChannel(stream);
            var writable = WritableRequestBuilder.buildRequest(request, stream.alloc(), true, listener);
            listener.onWrite(stream.parent());
            writable.write(stream.pipeline().lastContext()).addListener(written -> {
                if (!written.isSuccess()) {
                    fail(written.cause());
                }
            });
        } catch (Exception e) {
            var unused = stream.close();
            fail(e);
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext stream, HttpObject message) {
        if (message instanceof HttpResponse head) {
            if (head.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
                return;
            }
            listener.onHttpResponse(head.status(), head.headers());
        }
        if (message instanceof HttpContent part) {
            boolean last = message instanceof LastHttpContent;
            if (last) {
                ended = true;
                timeout.cancel();
                var unused = stream.close();
            }
            listener.onHttpResponseBodyChunk(part.content(), last);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext stream) {
        fail(new ClosedChannelException());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext stream, Throwable cause) {
        fail(cause);
        var unused = stream.close();
    }

    /** Ends the exchange without an answer, if it is not over yet; the end of its time was told already. */
    void fail(Throwable cause) {
        if (!isOver()) {
            ended = true;
            timeout.cancel();
            listener.onThrowable(cause);
        }
    }
}
