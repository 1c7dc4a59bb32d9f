package org.weir.dashboard.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Of a method whose measures may be chosen too, by the parameters of {@code /api/v1/definitions}: bunching=half. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesChoices {
    /** Whether peaks are told apart, so that it may be chosen which hours they are. */
    boolean peaks() default false;
}
