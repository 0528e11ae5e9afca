/** The time line of an institution: what other concepts keep of it, in the order in which it happened. */
package org.finplan.risk.history;
