package dev.versus.gatling;

import io.gatling.http.client.impl.Http2AppHandler.GoAwayFrame;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;

/**
 * A handler in the pipeline of Gatling's connections of HTTP/2 over TLS. Requests whose stream is reset, or whose connection is closed, fail
 * at once; the client itself lets them wait for their time-out. The connection of a stream that was reset is not used again.
 */
final class StreamGuard extends ChannelInboundHandlerAdapter {

    /** The name of the handler in the pipelines of Gatling's client that knows the requests. */
    private static final String REQUESTS = "app-http2";

    private StreamGuard() {}

    /** Guards a connection; does nothing if it is none of Gatling's HTTP/2. */
    static void on(Channel connection) {
        Http2ConnectionHandler http2 = connection.pipeline().get(Http2ConnectionHandler.class);
        if (http2 != null && connection.pipeline().get(REQUESTS) != null) {
            connection.pipeline().addBefore(REQUESTS, "versus", new StreamGuard());
            Http2ConnectionDecoder decoder = http2.decoder();
            decoder.frameListener(new Resets(decoder.frameListener()));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        drop(context, 0);
        context.fireChannelInactive();
    }

    /** Fails the requests whose streams come after this one, as if the server had refused them: the client does so for no other reason. */
    private static void drop(ChannelHandlerContext context, int lastStream) {
        context.fireUserEventTriggered(new GoAwayFrame(lastStream, Http2Error.CANCEL.code()));
    }

    /** Hears that the server resets a stream. */
    private static final class Resets extends Http2FrameListenerDecorator {

        Resets(Http2FrameListener gatling) {
            super(gatling);
        }

        @Override
        public void onRstStreamRead(ChannelHandlerContext context, int stream, long error) throws Http2Exception {
            super.onRstStreamRead(context, stream, error);
            drop(context, stream - 1);
            var unused = context.close();
        }
    }
}
