/** {@code ./finplan plan}: what a person who writes plan packages types. It needs no stack. */
package org.finplan.platform.plan.command;
