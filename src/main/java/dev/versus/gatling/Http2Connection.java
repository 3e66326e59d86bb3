package dev.versus.gatling;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import java.util.function.Consumer;

/** Prepares a connection for HTTP/2 without TLS. */
final class Http2Connection extends ChannelInitializer<Channel> {

    private final Consumer<Channel> leaving;

    /**
     * Makes what prepares connections.
     *
     * @param leaving takes a connection over which no further request may be sent
     */
    Http2Connection(Consumer<Channel> leaving) {
        this.leaving = leaving;
    }

    @Override
    protected void initChannel(Channel connection) {
        Http2Settings settings = Http2Settings.defaultSettings().pushEnabled(false);
        connection
                .pipeline()
                .addLast(Http2FrameCodecBuilder.forClient()
                        .initialSettings(settings)
                        .build())
                .addLast(new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()))
                .addLast(new Leaving());
    }

    /** Hears that a server wants no more requests, or is gone. */
    private final class Leaving extends SimpleChannelInboundHandler<Http2GoAwayFrame> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, Http2GoAwayFrame goAway) {
            leaving.accept(context.channel());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            leaving.accept(context.channel());
            context.fireChannelInactive();
        }
    }
}
