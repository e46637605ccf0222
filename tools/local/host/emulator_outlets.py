"""What the emulator was handed for people and does not keep of itself, so that a reader can look at it as the recipient:
pushes stand beside the texts, under the endpoint they went to, and a mail keeps the tags it was sent with."""

import json
import re

from ministack import app
from ministack.services import ses, ses_v2, sns

publish = sns._publish
send = ses_v2.handle_request
show = app._handle_ses_messages_request

MESSAGE_ID = re.compile(r"<MessageId>([^<]+)</MessageId>")


def publish_and_keep(params):
    answer = publish(params)
    endpoint = sns._p(params, "TargetArn")
    if answer[0] == 200 and endpoint in sns._platform_endpoints:
        body = answer[2].decode() if isinstance(answer[2], bytes) else answer[2]
        sns._sms_log_for(endpoint).append(
            {
                "MessageId": MESSAGE_ID.search(body).group(1),
                "Message": sns._p(params, "Message"),
                "MessageAttributes": sns._parse_message_attributes(params),
            }
        )
    return answer


async def send_and_keep_tags(method, path, headers, body, query_params):
    answer = await send(method, path, headers, body, query_params)
    if method == "POST" and path.rstrip("/").endswith("/outbound-emails") and answer[0] == 200:
        ses._sent_emails_list()[-1]["Tags"] = json.loads(body).get("EmailTags", [])
    return answer


async def show_with_tags(*request):
    answer = await show(*request)
    if answer is None or answer[0] != 200:
        return answer
    kept = [mail for mails in ses._sent_emails.to_dict().values() for mail in mails]
    tags = {mail["MessageId"]: mail.get("Tags", []) for mail in kept}
    page = json.loads(answer[2])
    for mails in page["messages"].values():
        for mail in mails:
            mail["Tags"] = tags.get(mail["MessageId"], [])
    return 200, answer[1], json.dumps(page).encode()


sns._publish = publish_and_keep
ses_v2.handle_request = send_and_keep_tags
app._handle_ses_messages_request = show_with_tags
