package dev.versus.services.shop.common;

/** Why a service with good settings could not start: something that it needs is missing. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure with its sentence and its cause. */
    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
