/** What can be wrong with a plan package, and how it is told. */
package org.finplan.platform.plan.fault;
