package org.finplan.platform.web.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that honours {@code Idempotency-Key}. The method must be transactional: the answer is stored
 * in the same transaction as the effect, so that a key never has one without the other. Same key and body: the stored
 * answer with {@code Idempotency-Replayed: true}; same key, other body: 422; first call still running: 409. Keys belong to
 * a client and are kept 7 days.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
