package org.weir.schemas.problem;

/** Thrown to refuse a request: carries the catalogue's code and what exactly was wrong. */
public final class Refusal extends RuntimeException {
    private final transient ErrorCode error;

    public Refusal(ErrorCode error, String detail) {
        // No stack trace: a refusal is an answer, not a fault.
        super(error.code() + ": " + detail, null, false, false);
        this.error = error;
    }

    public ErrorCode error() {
        return error;
    }

    public Problem problem() {
        return Problem.of(error, getMessage().substring(error.code().length() + 2));
    }
}
