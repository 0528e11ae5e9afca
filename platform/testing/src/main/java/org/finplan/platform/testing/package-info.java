/** Test support of the services: the stack for {@code @QuarkusTest}, tokens, events, shared rules. */
package org.finplan.platform.testing;
