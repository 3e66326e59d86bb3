package dev.versus;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/**
 * Marks a type that simulations are written with: its public and protected members stay as they are until the next major version. Any
 * other type may change in every version.
 */
@Documented
@Target(ElementType.TYPE)
public @interface PublicApi {}
