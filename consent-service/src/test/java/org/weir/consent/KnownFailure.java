package org.weir.consent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the test of a failure that others had in production; {@code docs/known-failures.md} lists each. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface KnownFailure {
    /** What went wrong elsewhere. */
    String value();

    /** Why it cannot here. */
    String because();
}
