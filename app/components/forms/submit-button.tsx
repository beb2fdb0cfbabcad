import { useFormAction, useNavigation } from "@remix-run/react";
import { Button, type ButtonProps } from "../ui/button";

type SubmitButtonProps = Omit<ButtonProps, "type" | "isLoading"> & {
  /** For a fetcher's form: whether it is under way. Without it the page's own navigation counts. */
  isPending?: boolean;
};

/** The button that sends a form; while it is being sent it says so and sends nothing twice. */
export function SubmitButton({ isPending, name, value, ...rest }: SubmitButtonProps) {
  const navigation = useNavigation();
  const action = useFormAction();
  const isSame = name === undefined || navigation.formData?.get(name) === value;
  const isSending = navigation.state !== "idle" && navigation.formAction === action && isSame;
  return (
    <Button
      variant="primary"
      {...rest}
      name={name}
      value={value}
      type="submit"
      isLoading={isPending ?? isSending}
      // The focus stays in its field: leaving it could show an error that moves the button away under the press.
      onMouseDown={(event) => event.preventDefault()}
    />
  );
}
