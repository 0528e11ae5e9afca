/**
 * Plan packages are read, from the class path or from a directory, each the same way, and the register of them is a bean where
 * there are beans.
 */
package org.finplan.platform.plan.reading;
