/** Notices as those see them who write and oversee them: one, and lists page by page. */
package org.finplan.risk.notice.query;
