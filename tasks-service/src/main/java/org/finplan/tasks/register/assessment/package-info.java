/** Dated assessments of entries, where the register takes them, such as of pilots. */
package org.finplan.tasks.register.assessment;
