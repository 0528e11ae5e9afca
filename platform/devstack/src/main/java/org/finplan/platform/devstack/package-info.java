/** The program behind {@code ./finplan}. */
package org.finplan.platform.devstack;
